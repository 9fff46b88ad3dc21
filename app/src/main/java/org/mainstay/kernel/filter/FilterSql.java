package org.mainstay.kernel.filter;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;

/// Compiles a filter to SQL. Conditions that stand positive stay plain, so that indexes serve them; under
/// a negation what SQL does not know counts as false, as it does in memory.
public final class FilterSql {

    private final RecordTypes types;
    private final Access access;
    private final Picks picks;

    public FilterSql(RecordTypes types, Access access, Picks picks) {
        this.types = types;
        this.access = access;
        this.picks = picks;
    }

    /// @param alias of the type's table in the surrounding statement
    public Condition condition(Filter filter, RecordType<?> type, String alias, FilterContext context) {
        return new Compiling(context, true).condition(filter, type, alias);
    }

    /// The condition of what the actor may see. It is our own rule: where it looks behind a reference, it
    /// sees everything that is not deleted, also what the actor does not.
    public Condition visible(RecordType<?> type, String alias, FilterContext context) {
        return new Compiling(context, false).condition(access.visible(type, context.actor()), type, alias);
    }

    /// The same, one condition for each reason why the actor may see a record: each of them can be served by
    /// an index of its own, which their disjunction cannot. Where one of the reasons is more than that the record
    /// names the actor, those that name them are one condition together: the records that they add to the first
    /// of the others are few, and are found by their ids.
    public List<Condition> reasons(RecordType<?> type, String alias, FilterContext context) {
        if (!(access.visible(type, context.actor()) instanceof Filter.Any(var of)) || of.isEmpty()) {
            return List.of(visible(type, alias, context));
        }
        var compiling = new Compiling(context, false);
        var naming = of.stream().filter(it -> names(it, context.actor())).toList();
        var further = of.stream().filter(it -> !naming.contains(it)).toList();
        if (naming.isEmpty() || further.isEmpty()) {
            return of.stream().map(it -> compiling.condition(it, type, alias)).toList();
        }
        var reasons = new ArrayList<Condition>();
        reasons.add(compiling.added(naming, further.getFirst(), type, alias));
        further.forEach(it -> reasons.add(compiling.condition(it, type, alias)));
        return reasons;
    }

    private static boolean names(Filter reason, Actor actor) {
        return reason instanceof Filter.OneOf(var path, var values)
                && path.steps().size() == 1
                && values.equals(List.of(actor.id()));
    }

    private final class Compiling {

        private final FilterContext context;
        private final boolean guarded;

        /// @param guarded whether paths lead only to what the actor may see
        Compiling(FilterContext context, boolean guarded) {
            this.context = context;
            this.guarded = guarded;
        }

        Condition condition(Filter filter, RecordType<?> type, String alias) {
            return switch (filter) {
                case Filter.All(var of) ->
                    of.isEmpty()
                            ? DSL.trueCondition()
                            : DSL.and(of.stream()
                                    .map(it -> condition(it, type, alias))
                                    .toList());
                case Filter.Any(var of) ->
                    of.isEmpty()
                            ? DSL.falseCondition()
                            : DSL.or(of.stream()
                                    .map(it -> condition(it, type, alias))
                                    .toList());
                case Filter.Not(var of) -> not(of, type, alias);
                case Filter.Identity(var ids) -> id(alias).eq(DSL.any(ids.toArray(UUID[]::new)));
                case Filter.Empty(var path) ->
                    path.steps().size() == 1
                            ? new AttributeSql(path.last(), alias).empty()
                            : DSL.notExists(walked(path, 0, alias, filter));
                case Filter.OneOf it -> compared(it.path(), alias, filter);
                case Filter.Contains it -> compared(it.path(), alias, filter);
                case Filter.Compare it -> compared(it.path(), alias, filter);
                case Filter.Words words -> words(words, alias);
            };
        }

        /// The records that one of the reasons shows and the other one does not: asked for once for each part of
        /// the other one, because what lacks just that part is few, and an index tells them.
        Condition added(List<Filter> reasons, Filter other, RecordType<?> type, String alias) {
            var own = "own";
            Select<Record1<UUID>> ids = null;
            for (var reason : reasons) {
                for (var part : other instanceof Filter.All(var of) ? of : List.of(other)) {
                    var some = DSL.select(id(own))
                            .from(rows(type, own))
                            .where(field(name(own, "deleted_at")).isNull())
                            .and(condition(reason, type, own))
                            .and(lacks(part, type, own));
                    ids = ids == null ? some : ids.unionAll(some);
                }
            }
            return ids == null ? DSL.falseCondition() : id(alias).eq(DSL.any(DSL.array(ids)));
        }

        /// Of another organisation is said by naming all the others: unlike an inequality, an index serves it.
        private Condition lacks(Filter part, RecordType<?> type, String alias) {
            if (part instanceof Filter.OneOf(var path, var values)
                    && path.equals(Filter.Path.of(Header.ORGANISATION))) {
                var organisations =
                        types.need(String.valueOf(Header.ORGANISATION.kind().target()));
                var others = DSL.select(id("others"))
                        .from(rows(organisations, "others"))
                        .where(id("others").ne(DSL.all(AttributeSql.ids(values))));
                return field(name(alias, "organisation"), SQLDataType.UUID).eq(DSL.any(DSL.array(others)));
            }
            return not(part, type, alias);
        }

        /// Plain where SQL knows for sure, so that partial indexes can tell what is left.
        private Condition not(Filter filter, RecordType<?> type, String alias) {
            var condition = condition(filter, type, alias);
            boolean sure = switch (filter) {
                case Filter.Empty _, Filter.Identity _ -> true;
                case Filter.OneOf it ->
                    it.path().steps().size() > 1 || neverNull(it.path().last());
                default -> false;
            };
            return sure ? DSL.not(condition) : DSL.condition("({0}) is not true", field(condition));
        }

        private static boolean neverNull(Attribute<?> attribute) {
            return attribute.source() instanceof Source.Column
                    && (attribute.has(Trait.REQUIRED) || attribute == Header.ORGANISATION);
        }

        private Condition compared(Filter.Path path, String alias, Filter filter) {
            return path.steps().size() == 1
                    ? leaf(path.last(), alias, filter)
                    : DSL.exists(walked(path, 0, alias, filter));
        }

        /// The records behind the step that lead on to one that the filter's leaf holds for.
        private Select<?> walked(Filter.Path path, int step, String alias, Filter filter) {
            var attribute = path.steps().get(step);
            var target = types.need(String.valueOf(attribute.kind().target()));
            var next = alias + "_" + step;
            var behind = new AttributeSql(attribute, alias).refersTo(id(next));
            var visible = guarded ? FilterSql.this.visible(target, next, context) : DSL.trueCondition();
            boolean arrived = step == path.steps().size() - 2;
            return DSL.selectOne()
                    .from(rows(target, next))
                    .where(behind)
                    .and(field(name(next, "deleted_at")).isNull())
                    .and(visible)
                    .and(arrived ? leaf(path.last(), next, filter) : DSL.exists(walked(path, step + 1, next, filter)));
        }

        private Condition leaf(Attribute<?> attribute, String alias, Filter filter) {
            var sql = new AttributeSql(attribute, alias);
            return switch (filter) {
                case Filter.Empty _ -> DSL.not(sql.empty());
                case Filter.OneOf it -> oneOf(sql, attribute, Resolved.values(it.values(), attribute.kind(), context));
                case Filter.Contains it -> sql.contains(it.folded());
                case Filter.Compare it ->
                    sql.compare(it.comparison(), Resolved.value(it.value(), attribute.kind(), context));
                default -> throw new IllegalArgumentException(filter + " compares no attribute");
            };
        }

        private Condition oneOf(AttributeSql sql, Attribute<?> attribute, List<Object> values) {
            if (values.isEmpty()) {
                return DSL.falseCondition();
            }
            return switch (attribute.kind()) {
                case Kind.TreePick(var type) -> sql.within(subtree(types.need(type), AttributeSql.ids(values)));
                case Kind.Pick(var list) ->
                    sql.oneOf(values.stream()
                            .<Object>flatMap(it -> picks.within(list, (String) it).stream())
                            .distinct()
                            .toList());
                default -> sql.oneOf(values);
            };
        }

        /// The ids and those of what is below them and visible; `union` ends where a tree has been tied
        /// into a ring.
        private Select<Record1<UUID>> subtree(RecordType<?> type, UUID[] roots) {
            var below = name("below");
            var start = DSL.select(field("unnest({0})", SQLDataType.UUID, val(roots)));
            if (type.attribute("parent").isEmpty()) {
                return start;
            }
            var visible = guarded ? FilterSql.this.visible(type, "node", context) : DSL.trueCondition();
            var children = DSL.select(id("node"))
                    .from(rows(type, "node"))
                    .join(table(below))
                    .on(field(name("node", "parent"), SQLDataType.UUID).eq(id("below")))
                    .where(field(name("node", "deleted_at")).isNull())
                    .and(visible);
            return DSL.withRecursive(below.fields("id").as(start.union(children)))
                    .select(id("below"))
                    .from(table(below));
        }
    }

    /// Whether a folded text holds a folded word; served by a trigram index on the text.
    public static Condition holds(Field<String> text, String word) {
        return AttributeSql.holds(text, word);
    }

    private static Condition words(Filter.Words words, String alias) {
        if (words.folded().isEmpty()) {
            return DSL.trueCondition();
        }
        var text = field(name("words", "folded"), SQLDataType.CLOB);
        var record = field(name("words", "record"), SQLDataType.UUID);
        var texts = table(name("kernel", "search_text")).as("words");
        if (words.walked()) {
            // no index serves a position, and no estimate depends on the word: one plan does for all
            var holds = words.folded().stream()
                    .map(it -> DSL.position(text, it).gt(0))
                    .toList();
            return DSL.exists(DSL.selectOne()
                    .from(texts)
                    .where(record.eq(id(alias)))
                    .and(DSL.and(holds))
                    .offset(0));
        }
        var holds =
                words.folded().stream().map(it -> AttributeSql.holds(text, it)).toList();
        return id(alias).in(DSL.select(record).from(texts).where(holds));
    }

    private static Table<Record> rows(RecordType<?> type, String alias) {
        return table(name(type.schema(), type.table())).as(alias);
    }

    private static Field<UUID> id(String alias) {
        return field(name(alias, "id"), SQLDataType.UUID);
    }
}
