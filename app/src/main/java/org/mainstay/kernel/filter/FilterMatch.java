package org.mainstay.kernel.filter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;

/// Evaluates a filter in memory, with the meaning it has in SQL: for rules, routing and records of the
/// past.
public final class FilterMatch {

    /// How deep a tree is climbed.
    private static final int DEPTH = 100;

    /// Reads what paths lead to, as the actor sees it.
    @FunctionalInterface
    public interface Loader {

        Optional<Snapshot> load(Actor actor, RecordType<?> type, UUID id);
    }

    private final RecordTypes types;
    private final Picks picks;
    private final Loader loader;

    public FilterMatch(RecordTypes types, Picks picks, Loader loader) {
        this.types = types;
        this.picks = picks;
        this.loader = loader;
    }

    /// @param record with every attribute that the filter names
    public boolean matches(Filter filter, Snapshot record, FilterContext context) {
        return switch (filter) {
            case Filter.All(var of) -> of.stream().allMatch(it -> matches(it, record, context));
            case Filter.Any(var of) -> of.stream().anyMatch(it -> matches(it, record, context));
            case Filter.Not(var of) -> !matches(of, record, context);
            case Filter.Identity(var ids) -> ids.contains(record.id());
            case Filter.Empty(var path) -> !walk(path, 0, record, context, FilterMatch::present);
            case Filter.OneOf(var path, var values) -> {
                var resolved = Resolved.values(values, path.last().kind(), context);
                yield walk(path, 0, record, context, value -> oneOf(path.last(), value, resolved, context));
            }
            case Filter.Contains(var path, var folded) ->
                walk(
                        path,
                        0,
                        record,
                        context,
                        value -> Texts.fold((String) value).contains(folded));
            case Filter.Compare(var path, var comparison, var value) -> {
                var resolved = Resolved.value(value, path.last().kind(), context);
                yield walk(path, 0, record, context, it -> compares(it, comparison, resolved));
            }
            case Filter.Words words -> words.folded().stream().allMatch(it -> searched(record, it));
        };
    }

    private interface Test {
        boolean test(Object value);
    }

    private boolean walk(Filter.Path path, int step, Snapshot record, FilterContext context, Test test) {
        var attribute = path.steps().get(step);
        var value = record.get(attribute);
        if (value == null) {
            return false;
        }
        if (step == path.steps().size() - 1) {
            return test.test(value);
        }
        var target = types.need(String.valueOf(attribute.kind().target()));
        var ids = value instanceof Set<?> set ? set : Set.of(value);
        return ids.stream()
                .map(it -> loader.load(context.actor(), target, (UUID) it))
                .flatMap(Optional::stream)
                .anyMatch(it -> walk(path, step + 1, it, context, test));
    }

    private static boolean present(Object value) {
        return !(value instanceof Set<?> set) || !set.isEmpty();
    }

    private boolean oneOf(Attribute<?> attribute, Object value, List<Object> values, FilterContext context) {
        return switch (attribute.kind()) {
            case Kind.Text _ when attribute == Header.NUMBER -> values.contains(value);
            case Kind.Text _ ->
                values.stream().anyMatch(it -> Texts.fold((String) it).equals(Texts.fold((String) value)));
            case Kind.Prose _ ->
                values.stream().anyMatch(it -> Texts.fold((String) value).contains(Texts.fold((String) it)));
            case Kind.TreePick(var type) -> below(types.need(type), (UUID) value, values, context);
            case Kind.Pick(var list) ->
                values.stream().anyMatch(it -> picks.within(list, (String) it).contains((String) value));
            case Kind.References _ -> ((Set<?>) value).stream().anyMatch(values::contains);
            case Kind.Keys _ -> values.stream().anyMatch(it -> ((List<?>) value).contains(((List<?>) it).getFirst()));
            default -> values.contains(value);
        };
    }

    /// Whether the node or one above it is among the values; the climb ends at what the asker does not
    /// see.
    private boolean below(RecordType<?> type, UUID node, List<Object> values, FilterContext context) {
        var seen = new HashSet<UUID>();
        @Nullable UUID at = node;
        while (at != null && seen.add(at) && seen.size() <= DEPTH) {
            if (values.contains(at)) {
                return true;
            }
            at = parent(type, at, context);
        }
        return false;
    }

    private @Nullable UUID parent(RecordType<?> type, UUID node, FilterContext context) {
        var above = type.attribute("parent").isPresent()
                ? loader.load(context.actor(), type, node).orElse(null)
                : null;
        return above == null ? null : (UUID) above.get(type.need("parent"));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are values of one attribute
    private static boolean compares(Object value, Filter.Comparison comparison, Object with) {
        int compared;
        if (value instanceof Money(var amount, var currency)) {
            var other = (Money) with;
            if (!currency.equals(other.currency())) {
                return false;
            }
            compared = amount.compareTo(other.amount());
        } else if (value instanceof String text) {
            compared = codePoints(Texts.fold(text), Texts.fold((String) with));
        } else {
            compared = ((Comparable) value).compareTo(with);
        }
        return switch (comparison) {
            case LESS -> compared < 0;
            case AT_MOST -> compared <= 0;
            case MORE -> compared > 0;
            case AT_LEAST -> compared >= 0;
        };
    }

    /// The order of the collation `C` over UTF-8, which is that of code points.
    private static int codePoints(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    /// What the store keeps as the record's searched text.
    private static boolean searched(Snapshot record, String folded) {
        return record.type().attributes().stream()
                .filter(it -> it.has(Trait.SEARCHED))
                .map(record::get)
                .filter(Objects::nonNull)
                .map(it -> Texts.fold((String) it))
                .collect(Collectors.joining("\n"))
                .contains(folded);
    }
}
