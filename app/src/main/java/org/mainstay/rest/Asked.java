package org.mainstay.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordTypes;

/// Query parameters of lists, read for a type and an actor: what one may not read is as unknown as what
/// is not there.
public final class Asked {

    /// Says of a type that its records have classes, and as a parameter which of them.
    static final String CLASS = "class";

    private final FilterParser parser;
    private final Access access;
    private final Picks picks;

    Asked(FilterParser parser, Access access, Picks picks) {
        this.parser = parser;
        this.access = access;
        this.picks = picks;
    }

    /// A filter text that does not parse.
    public static final class BadFilter extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<FilterError> errors;

        BadFilter(List<FilterError> errors) {
            super("filter", null, false, false);
            this.errors = errors;
        }

        public List<FilterError> errors() {
            return errors;
        }
    }

    /// The list a request asks for.
    ///
    /// @throws BadFilter when the filter does not parse
    /// @throws BadQuery when another parameter cannot be read
    public Query query(
            Actor actor, RecordTypes.Collection collection, Map<String, String> parameters, FilterContext context) {
        var type = collection.type();
        return new Query(
                filter(collection, parameters, context),
                order(actor, type, parameters.get("sort")),
                fields(actor, type, parameters.get("fields")),
                limit(parameters.get("limit")),
                parameters.get("cursor"));
    }

    /// The filter that the parameters `filter` and, for a type that has classes, `class` ask for.
    public Filter filter(RecordTypes.Collection collection, Map<String, String> parameters, FilterContext context) {
        var asked = filter(collection, parameters.getOrDefault("filter", ""), context);
        var given = parameters.get(CLASS);
        if (given == null) {
            return asked;
        }
        var attribute = collection.type().attribute(CLASS).orElse(null);
        if (attribute == null || !(attribute.kind() instanceof Kind.Pick(var list))) {
            throw new BadQuery(CLASS, "rest.unknown_parameter", "filter, sort, fields, limit, cursor, count, as_of");
        }
        if (!picks.has(list, given) && picks.within(list, given).equals(Set.of(given))) {
            throw new BadQuery(CLASS, "kernel.save.unknown_pick", given.length() > 60 ? given.substring(0, 60) : given);
        }
        return Filter.all(asked, Filter.is(attribute, given));
    }

    /// The filter text, narrowed by the collection's own.
    public Filter filter(RecordTypes.Collection collection, String text, FilterContext context) {
        return switch (parser.split(text, collection, context).whole()) {
            case Parsed.Good(var filter) -> filter;
            case Parsed.Bad(var errors) -> throw new BadFilter(errors);
        };
    }

    /// @throws BadQuery for an attribute that is not there
    public @Nullable Order order(Actor actor, RecordType<?> type, @Nullable String sort) {
        if (sort == null || sort.isBlank()) {
            return null;
        }
        var keys = new ArrayList<Order.Key>();
        for (String part : sort.split(",", 9)) {
            boolean descending = part.startsWith("-");
            keys.add(new Order.Key(attribute(actor, type, "sort", part.substring(descending ? 1 : 0)), descending));
        }
        if (keys.size() > 4) {
            throw new BadQuery("sort", "rest.too_many_keys", 4);
        }
        return new Order(keys);
    }

    public List<Attribute<?>> fields(Actor actor, RecordType<?> type, @Nullable String fields) {
        if (fields == null || fields.isBlank()) {
            return List.of();
        }
        return Arrays.stream(fields.split(","))
                .map(String::strip)
                .filter(it -> !it.equals("id"))
                .<Attribute<?>>map(it -> attribute(actor, type, "fields", it))
                .distinct()
                .toList();
    }

    Attribute<?> attribute(Actor actor, RecordType<?> type, String parameter, String code) {
        return type.attribute(code)
                .filter(it -> access.reads(type, it, actor))
                .orElseThrow(() -> new BadQuery(
                        parameter,
                        "kernel.save.unknown_attribute",
                        code.length() > 60 ? code.substring(0, 60) + "…" : code));
    }

    public static int limit(@Nullable String limit) {
        if (limit == null) {
            return 50;
        }
        try {
            return new Kind.Whole(1, Query.MOST).parse(limit).intValue();
        } catch (BadValue e) {
            throw new BadQuery("limit", e.reason().key(), e.reason().arguments().toArray());
        }
    }

    public static boolean yes(String parameter, @Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            return new Kind.YesNo().parse(text);
        } catch (BadValue e) {
            throw new BadQuery(
                    parameter, e.reason().key(), e.reason().arguments().toArray());
        }
    }

    public static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return new Kind.Moment().parse(text);
        } catch (BadValue e) {
            throw new BadQuery("as_of", e.reason().key(), e.reason().arguments().toArray());
        }
    }
}
