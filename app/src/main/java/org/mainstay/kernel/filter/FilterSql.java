package org.mainstay.kernel.filter;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;

/// Compiles a filter to SQL. Interim.
public final class FilterSql {

    public Condition condition(Filter filter, RecordType<?> type, String alias, FilterContext context) {
        return switch (filter) {
            case Filter.All(var of) ->
                DSL.and(of.stream()
                        .map(it -> condition(it, type, alias, context))
                        .toList());
            case Filter.Any(var of) ->
                DSL.or(of.stream()
                        .map(it -> condition(it, type, alias, context))
                        .toList());
            case Filter.Not(var of) ->
                DSL.not(DSL.coalesce(DSL.field(condition(of, type, alias, context)), DSL.inline(false))
                        .isTrue());
            case Filter.Empty(var path) -> path.last().sql(alias).isNull();
            case Filter.OneOf(var path, var values) -> oneOf(path.last(), values, alias, context);
            default -> throw new UnsupportedOperationException(filter.toString());
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> Condition oneOf(Attribute<T> attribute, List<?> values, String alias, FilterContext context) {
        var field = (Field<T>) attribute.sql(alias);
        var resolved = values.stream()
                .<Object>mapMulti((it, out) -> {
                    switch (it) {
                        case Filter.Operand.Me _ -> out.accept(context.actor().id());
                        case Filter.Operand.MyGroups _ ->
                            context.actor().groups().forEach(out);
                        default -> out.accept(it);
                    }
                })
                .toList();
        if (attribute.kind() instanceof Kind.References) {
            return DSL.condition("{0} && {1}", attribute.sql(alias), DSL.val(resolved.toArray(java.util.UUID[]::new)));
        }
        return field.in((List<T>) resolved);
    }
}
