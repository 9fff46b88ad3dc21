package org.mainstay.kernel.filter;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;

/// Compiles a filter to SQL. Conditions that stand positive stay plain, so that indexes serve them; under a negation
/// what SQL does not know counts as false, as it does in memory.
public final class FilterSql {

    private final RecordTypes types;
    private final Access access;

    public FilterSql(RecordTypes types, Access access) {
        this.types = types;
        this.access = access;
    }

    /// @param alias of the type's table in the surrounding statement
    public Condition condition(Filter filter, RecordType<?> type, String alias, FilterContext context) {
        return switch (filter) {
            case Filter.All(var of) when of.isEmpty() -> DSL.noCondition();
            case Filter.Any(var of) when of.isEmpty() -> DSL.falseCondition();
            case Filter.All(var of) ->
                DSL.and(of.stream().map(it -> condition(it, type, alias, context)).toList());
            case Filter.Any(var of) -> any(of, type, alias, context);
            case Filter.Not(var of) ->
                DSL.condition("({0}) is not true", DSL.field(known(condition(of, type, alias, context))));
            case Filter.Identity(var ids) ->
                field(name(alias, "id"), SQLDataType.UUID).eq(DSL.any(ids.toArray(UUID[]::new)));
            case Filter.Empty(var path) -> empty(path, alias, context);
            case Filter.OneOf(var path, _) -> walked(path, 0, alias, filter, context);
            case Filter.Contains(var path, _) -> walked(path, 0, alias, filter, context);
            case Filter.Compare(var path, _, _) -> walked(path, 0, alias, filter, context);
            case Filter.Words(var words) -> words(words, alias);
        };
    }

    private Condition any(List<Filter> of, RecordType<?> type, String alias, FilterContext context) {
        return of.stream().anyMatch(Filter.EVERYTHING::equals)
                ? DSL.noCondition()
                : DSL.or(of.stream().map(it -> known(condition(it, type, alias, context))).toList());
    }

    /// No condition is a true one where it stands inside another.
    private static Condition known(Condition condition) {
        return condition.equals(DSL.noCondition()) ? DSL.trueCondition() : condition;
    }

    /// Empty is also what lies behind an empty or invisible reference.
    private Condition empty(Filter.Path path, String alias, FilterContext context) {
        var last = path.last();
        return path.steps().size() == 1
                ? without(last, last.sql(alias))
                : DSL.condition(
                        "({0}) is not true",
                        DSL.field(walked(path, 0, alias, new Filter.Empty(path), context)));
    }

    private static Condition without(Attribute<?> attribute, Field<?> sql) {
        var absent = sql.isNull();
        return attribute.kind() instanceof Kind.References
                ? attribute.source() instanceof Attribute.Source.Key
                        ? absent.or(DSL.condition("jsonb_array_length({0}) = 0", sql))
                        : absent.or(DSL.condition("cardinality({0}) = 0", sql))
                : absent;
    }

    private Condition walked(Filter.Path path, int step, String alias, Filter filter, FilterContext context) {
        var attribute = path.steps().get(step);
        if (step == path.steps().size() - 1) {
            return leaf(attribute, alias, filter, context);
        }
        var target = types.need(String.valueOf(attribute.kind().target()));
        var next = alias + "_" + step;
        var visible = condition(access.visible(target, context.actor()), target, next, context);
        var reference = attribute.kind() instanceof Kind.References
                ? DSL.condition(
                        "{0} = any({1})", field(name(next, "id")), new AttributeSql(attribute, alias).uuids())
                : field(name(next, "id"), SQLDataType.UUID).eq(new AttributeSql(attribute, alias).uuid());
        return DSL.exists(DSL.selectOne()
                .from(table(name(target.schema(), target.table())).as(next))
                .where(reference)
                .and(field(name(next, "deleted_at")).isNull())
                .and(visible)
                .and(walked(path, step + 1, next, filter, context)));
    }

    private Condition leaf(Attribute<?> attribute, String alias, Filter filter, FilterContext context) {
        var sql = new AttributeSql(attribute, alias);
        return switch (filter) {
            case Filter.OneOf(_, var values) when attribute.kind() instanceof Kind.TreePick(var type) ->
                sql.uuid().in(subtree(types.need(type), Resolved.values(values, attribute.kind(), context)));
            case Filter.OneOf(_, var values)
                    when attribute.source() instanceof Attribute.Source.Computed computed
                            && computed.holders() != null ->
                held(alias, computed.holders().apply(Resolved.values(values, attribute.kind(), context)));
            case Filter.OneOf(_, var values) -> sql.oneOf(Resolved.values(values, attribute.kind(), context));
            case Filter.Contains(_, var folded) -> sql.contains(folded);
            case Filter.Compare(_, var comparison, var value) ->
                sql.compare(comparison, Resolved.value(value, attribute.kind(), context));
            case Filter.Empty _ -> DSL.not(without(attribute, attribute.sql(alias)));
            default -> throw new IllegalArgumentException(filter + " compares no attribute");
        };
    }

    /// An array of ids is found before the rows are, so that an index serves it even beside an `or`.
    private static Condition held(String alias, Select<? extends Record1<UUID>> holders) {
        return DSL.condition("{0} = any(array({1}))", field(name(alias, "id")), holders);
    }

    /// The ids and those of everything below them; `union` ends where a tree has been tied into a ring.
    private static Select<Record1<UUID>> subtree(
            RecordType<?> type, List<Object> roots) {
        var id = field(name("id"), SQLDataType.UUID);
        var below = name("below").fields("id");
        var tree = table(name(type.schema(), type.table())).as("node");
        var recursive = below.as(DSL.select(DSL.field("unnest({0})", SQLDataType.UUID, val(ids(roots))))
                .union(DSL.select(field(name("node", "id"), SQLDataType.UUID))
                        .from(tree)
                        .join(table(name("below")))
                        .on(field(name("node", "parent"), SQLDataType.UUID)
                                .eq(field(name("below", "id"), SQLDataType.UUID)))));
        return DSL.withRecursive(recursive).select(id).from(table(name("below")));
    }

    static UUID[] ids(List<Object> values) {
        return values.stream().map(UUID.class::cast).toArray(UUID[]::new);
    }

    private static Condition words(List<String> words, String alias) {
        var text = field(name("words", "folded"), SQLDataType.CLOB);
        var conditions = words.stream()
                .map(it -> text.like(inline("%").concat(val(escaped(it))).concat(inline("%")), '!'))
                .toList();
        return field(name(alias, "id"), SQLDataType.UUID)
                .in(DSL.select(field(name("words", "record"), SQLDataType.UUID))
                        .from(table(name("kernel", "search_text")).as("words"))
                        .where(conditions));
    }

    static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
