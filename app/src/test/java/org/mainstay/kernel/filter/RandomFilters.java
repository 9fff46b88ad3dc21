package org.mainstay.kernel.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.filter.Filter.Comparison;
import org.mainstay.kernel.filter.Filter.Operand;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Texts;

/// Filters over specimens: every comparison of every attribute, also behind references, in conjunctions,
/// disjunctions and negations.
final class RandomFilters {

    private static final List<Attribute<?>> ALL = Specimens.ACCESS.readable(
            Specimens.TYPE, Specimens.context(Set.of()).actor());
    private static final List<Attribute<?>> STEPS =
            ALL.stream().filter(it -> "specimen".equals(it.kind().target())).toList();
    private static final List<String> WORDS =
            List.of("print", "jam", "apf", "ss", "100%", "_", "!", "日本", "smile", "or", "e", "hello\"", "\\", "fi");

    private final Random random;
    private final Specimens specimens;

    RandomFilters(Random random, Specimens specimens) {
        this.random = random;
        this.specimens = specimens;
    }

    Filter next(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf();
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Filter.All(several(depth));
            case 1 -> new Filter.Any(several(depth));
            default -> new Filter.Not(next(depth - 1));
        };
    }

    private List<Filter> several(int depth) {
        var several = new ArrayList<Filter>();
        for (int i = random.nextInt(2, 4); i > 0; i--) {
            several.add(next(depth - 1));
        }
        return several;
    }

    private Filter leaf() {
        return switch (random.nextInt(12)) {
            case 0 -> new Filter.Words(List.of(Texts.fold(any(WORDS))));
            case 1 -> new Filter.Words(List.of(Texts.fold(any(WORDS)), Texts.fold(any(WORDS))));
            case 2 -> new Filter.Identity(List.of(any(ids()), any(ids())));
            case 3 -> new Filter.Empty(path());
            default -> comparison(path());
        };
    }

    private Path path() {
        var steps = new ArrayList<Attribute<?>>();
        while (steps.size() < 3 && random.nextInt(4) == 0) {
            steps.add(any(STEPS));
        }
        steps.add(any(ALL));
        return new Path(steps);
    }

    private Filter comparison(Path path) {
        var attribute = path.last();
        var kind = attribute.kind();
        if (kind instanceof Kind.Prose || (kind instanceof Kind.Text && random.nextInt(3) == 0)) {
            return new Filter.Contains(path, Texts.fold(any(WORDS)));
        }
        return kind.ordered() && random.nextBoolean()
                ? new Filter.Compare(path, any(List.of(Comparison.values())), value(attribute))
                : oneOf(path);
    }

    private Filter oneOf(Path path) {
        var values = new ArrayList<Object>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            values.add(
                    path.last().kind() instanceof Kind.Moment ? value(path.last(), Instant.class) : value(path.last()));
        }
        return new Filter.OneOf(path, values);
    }

    private Object value(Attribute<?> attribute, Class<?> only) {
        var value = value(attribute);
        while (!only.isInstance(value)) {
            value = value(attribute);
        }
        return value;
    }

    private Object value(Attribute<?> attribute) {
        var used = random.nextInt(3) == 0 ? null : specimens.used(attribute);
        return switch (attribute.kind()) {
            case Kind.Reference(var type) when type.equals("person") && random.nextBoolean() -> new Operand.Me();
            case Kind.Day _, Kind.Moment _ when random.nextInt(4) == 0 -> time();
            case Kind.References _ -> any(ids());
            case Kind.Keys _ -> List.of(((List<?>) specimens.value(attribute)).getFirst());
            case Kind.Day _ when used == null -> LocalDate.of(2026, 11, 24);
            default -> used == null ? specimens.value(attribute) : used;
        };
    }

    private Operand time() {
        return random.nextBoolean()
                ? new Operand.StartOfDay(random.nextInt(-5, 5))
                : new Operand.FromNow(random.nextInt(-300, 300) * any(List.of(60L, 3_600L, 86_400L)));
    }

    private List<UUID> ids() {
        return List.copyOf(specimens.rows().keySet());
    }

    private <T> T any(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
