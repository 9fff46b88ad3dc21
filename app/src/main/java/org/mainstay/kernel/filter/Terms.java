package org.mainstay.kernel.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.AttributeNames.Named;
import org.mainstay.kernel.filter.Filter.Comparison;
import org.mainstay.kernel.filter.Filter.Operand;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;

/// Turns `name sign values` into conditions on attributes, for one type and one asker.
final class Terms implements Grammar.Meaning<Filter> {

    private static final Kind.Reference ID = new Kind.Reference("");

    private final AttributeNames names;
    private final RecordType<?> type;
    private final FilterContext context;
    private final ValueReader reader;

    Terms(AttributeNames names, References references, RecordType<?> type, FilterContext context) {
        this.names = names;
        this.type = type;
        this.context = context;
        this.reader = new ValueReader(references, context);
    }

    @Override
    public Filter all(List<Filter> of) {
        return of.isEmpty() ? Filter.EVERYTHING : Junctions.all(of);
    }

    @Override
    public Filter any(List<Filter> of) {
        return Junctions.any(of);
    }

    @Override
    public Filter not(Filter of) {
        return new Filter.Not(of);
    }

    /// What folds to nothing is part of every text.
    @Override
    public Filter words(Piece word) {
        var folded = Texts.fold(word.text());
        return folded.isBlank() ? Filter.EVERYTHING : new Filter.Words(List.of(folded));
    }

    @Override
    public Filter term(Piece name, Piece sign, List<Piece> values) {
        boolean equals = sign.text().equals(":") || sign.text().equals("=");
        if (name.text().equals("id") && type.attribute("id").isEmpty()) {
            if (!equals && !sign.text().equals("!=")) {
                throw Mistake.at(sign, "kernel.filter.not_ordered", "id", sign.text());
            }
            return equals ? identity(values) : new Filter.Not(identity(values));
        }
        var named = names.find(type, name);
        return switch (sign.text()) {
            case ":", "=" -> equal(named, values);
            case "!=" -> new Filter.Not(equal(named, values));
            case "~" -> contains(named, sign, values);
            case "<" -> compare(named, Comparison.LESS, sign, values);
            case "<=" -> compare(named, Comparison.AT_MOST, sign, values);
            case ">" -> compare(named, Comparison.MORE, sign, values);
            default -> compare(named, Comparison.AT_LEAST, sign, values);
        };
    }

    /// `id:none` is no record and `id:any` every one.
    private static Filter identity(List<Piece> values) {
        if (values.size() == 1 && emptiness(values.getFirst()) instanceof Boolean empty) {
            return empty ? Filter.NOTHING : Filter.EVERYTHING;
        }
        return new Filter.Identity(values.stream()
                .map(it -> {
                    try {
                        return ID.parse(it.text());
                    } catch (BadValue e) {
                        throw Mistake.at(it, e, List.of());
                    }
                })
                .toList());
    }

    private Filter equal(Named named, List<Piece> values) {
        var filters = new ArrayList<Filter>();
        var plain = new ArrayList<>();
        for (Piece value : values) {
            var special = value.quoted() ? Optional.<Filter>empty() : special(named, value);
            special.ifPresent(filters::add);
            if (special.isEmpty() && named.path().last().kind() instanceof Kind.Prose) {
                filters.add(contained(named.path(), value));
            } else if (special.isEmpty()) {
                plain.addAll(reader.values(named, value));
            }
        }
        if (!plain.isEmpty()) {
            filters.add(new Filter.OneOf(named.path(), List.copyOf(plain)));
        }
        return Junctions.any(filters);
    }

    /// What is more than one value: emptiness, ranges, whole days.
    private Optional<Filter> special(Named named, Piece value) {
        var path = named.path();
        var kind = path.last().kind();
        boolean code = kind instanceof Kind.Choice<?> choice
                && choice.codes().contains(value.text().toLowerCase(Locale.ROOT));
        if (!code && emptiness(value) instanceof Boolean empty) {
            return Optional.of(empty ? new Filter.Empty(path) : new Filter.Not(new Filter.Empty(path)));
        }
        if (kind.ordered() && !(kind instanceof Kind.Text) && value.text().contains("..")) {
            return Optional.of(range(named, value));
        }
        return kind instanceof Kind.Moment ? within(named, value) : Optional.empty();
    }

    private static @Nullable Boolean emptiness(Piece value) {
        if (value.quoted()) {
            return null;
        }
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "empty", "none" -> true;
            case "any", "set" -> false;
            default -> null;
        };
    }

    /// `1..3`, `1..` or `..3`, both ends included; a day as the upper end of moments is included whole.
    private Filter range(Named named, Piece value) {
        int dots = value.text().indexOf("..");
        var from = value.part(0, dots);
        var to = value.part(dots + 2, value.text().length());
        if (from.length() + to.length() == 0) {
            throw Mistake.at(
                    value, "kernel.filter.value_missing", named.path().last().code());
        }
        var ends = new ArrayList<Filter>();
        if (from.length() > 0) {
            ends.add(new Filter.Compare(named.path(), Comparison.AT_LEAST, one(named, from)));
        }
        if (to.length() > 0) {
            var end = named.path().last().kind() instanceof Kind.Moment ? dayAfter(to) : Optional.empty();
            ends.add(
                    end.isPresent()
                            ? new Filter.Compare(named.path(), Comparison.LESS, end.get())
                            : new Filter.Compare(named.path(), Comparison.AT_MOST, one(named, to)));
        }
        return Junctions.all(ends);
    }

    /// A moment is within a day; a moment that is exactly seven days ago is nobody's question.
    private Optional<Filter> within(Named named, Piece value) {
        var after = dayAfter(value);
        var start = one(named, value);
        if (start instanceof Operand.FromNow) {
            throw Mistake.at(
                    value,
                    List.of(named.path().last().code() + ">" + value.text()),
                    "kernel.filter.relative_needs_order",
                    value.text());
        }
        return after.map(it -> Filter.all(
                new Filter.Compare(named.path(), Comparison.AT_LEAST, start),
                new Filter.Compare(named.path(), Comparison.LESS, it)));
    }

    /// Where the day that the value names is over; empty when it names none.
    private Optional<Object> dayAfter(Piece value) {
        try {
            if (TimeWords.day(value.text()).orElse(null) instanceof LocalDate day) {
                return Optional.of(start(day.plusDays(1)));
            }
            return TimeWords.operand(value.text())
                    .filter(Operand.StartOfDay.class::isInstance)
                    .map(it -> new Operand.StartOfDay(((Operand.StartOfDay) it).days() + 1));
        } catch (BadValue e) {
            throw Mistake.at(value, e, List.of());
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(context.actor().zone()).toInstant();
    }

    /// References are looked for by their label.
    private Filter contains(Named named, Piece sign, List<Piece> values) {
        var path = named.path();
        if (path.last().kind().target() != null) {
            path = names.labelBehind(path).orElseThrow(() -> notText(named, sign));
        }
        if (!(path.last().kind() instanceof Kind.Text || path.last().kind() instanceof Kind.Prose)) {
            throw notText(named, sign);
        }
        var any = new ArrayList<Filter>();
        for (Piece value : values) {
            any.add(contained(path, value));
        }
        return Junctions.any(any);
    }

    private static Mistake notText(Named named, Piece sign) {
        return Mistake.at(sign, "kernel.filter.no_text", named.path().last().code());
    }

    private static Filter contained(Path path, Piece value) {
        var folded = Texts.fold(value.text());
        if (folded.isBlank()) {
            throw Mistake.at(value, "kernel.filter.value_missing", path.last().code());
        }
        return new Filter.Contains(path, folded);
    }

    private Filter compare(Named named, Comparison comparison, Piece sign, List<Piece> values) {
        if (!named.path().last().kind().ordered()) {
            throw Mistake.at(
                    sign, "kernel.filter.not_ordered", named.path().last().code(), sign.text());
        }
        if (values.size() > 1) {
            throw Mistake.at(values.get(1), "kernel.filter.one_value", sign.text());
        }
        return new Filter.Compare(named.path(), comparison, one(named, values.getFirst()));
    }

    private Object one(Named named, Piece value) {
        return reader.values(named, value).getFirst();
    }
}
