package org.mainstay.cmdb.mapping;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.DiscoveredRelation;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.discovery.JunkValues;
import org.mainstay.cmdb.discovery.Mention;
import org.mainstay.cmdb.discovery.Remark;
import org.mainstay.cmdb.discovery.Unreadable;
import org.mainstay.cmdb.reconciliation.ObservedValues;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.text.Messages;
import org.mainstay.transfer.CellForms;

/// Turns the records of a file into what a source sees, as one mapping says.
final class RecordMapping {

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern SPACED = Pattern.compile("[+-]?\\d{1,3}([\\h'’_]\\d{3})+([.,]\\d*)?");
    private static final int MOST_OF_ONE = 100;
    private static final int SHOWN = 80;

    private final DiscoveryMapping mapping;
    private final RecordType<?> type;
    private final ItemClasses classes;
    private final Map<String, CellForms> forms = new HashMap<>();
    private final Messages messages;
    private final Picks picks;
    private final Map<MappingLine, Map<String, String>> tables = new IdentityHashMap<>();

    /// @param type of items, with the attributes of today
    RecordMapping(DiscoveryMapping mapping, RecordType<?> type, ItemClasses classes, Messages messages, Picks picks) {
        this.mapping = mapping;
        this.type = type;
        this.classes = classes;
        this.messages = messages;
        this.picks = picks;
        mapping.lines().forEach(line -> {
            var table = new HashMap<String, String>();
            line.table().forEach((from, to) -> table.put(folded(from), to));
            tables.put(line, table);
        });
    }

    /// What became of a record.
    sealed interface Mapped {

        /// @param remarks what was left out of it
        record Told(Discovered item, List<Mention> mentions, List<DiscoveredRelation> relations, List<Remark> remarks)
                implements Mapped {}

        /// Nothing that the mapping is about.
        record Passed() implements Mapped {}

        /// @param problems each with the column it is about
        record Refused(List<Problem> problems) implements Mapped {}
    }

    /// A record while it is read.
    private static final class Reading {

        final Map<String, Object> values = new LinkedHashMap<>();
        final Set<Identifier> identifiers = new LinkedHashSet<>();
        final Map<String, Mention> mentions = new LinkedHashMap<>();
        final List<DiscoveredRelation> relations = new ArrayList<>();
        final List<Remark> remarks = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();
    }

    static String ref(long number) {
        return "row " + number;
    }

    Mapped read(Records.Found record) {
        if (record.problem() != null) {
            return new Mapped.Refused(List.of(new Problem("", record.problem())));
        }
        var reading = new Reading();
        var itemClass = itemClass(record, reading);
        if (!reading.problems.isEmpty()) {
            return new Mapped.Refused(reading.problems);
        }
        if (itemClass == null || says(record).isEmpty()) {
            return new Mapped.Passed();
        }
        for (var line : mapping.lines()) {
            try {
                take(line, record, itemClass, reading);
            } catch (BadValue e) {
                reading.problems.add(new Problem(line.called(), e.reason()));
            }
        }
        if (!reading.problems.isEmpty()) {
            return new Mapped.Refused(reading.problems);
        }
        var item = new Discovered(
                ref(record.number()),
                itemClass,
                reading.values,
                reading.identifiers.stream()
                        .sorted(Comparator.comparing(Identifier::weak)
                                .thenComparingInt(it -> Identifier.BEST_FIRST.indexOf(it.kind())))
                        .toList());
        return new Mapped.Told(item, List.copyOf(reading.mentions.values()), reading.relations, reading.remarks);
    }

    private List<String> says(Records.Found record) {
        return mapping.lines().stream()
                .filter(it -> !it.from().isEmpty())
                .flatMap(it -> record.fields().at(it.from()).stream())
                .filter(it -> !it.isBlank())
                .limit(1)
                .toList();
    }

    /// Null where the record is of a class that the mapping is not about.
    private @Nullable String itemClass(Records.Found record, Reading into) {
        for (var line : mapping.lines()) {
            if (line.to().equals(MappingLine.CLASS)) {
                try {
                    for (var text : values(line, record)) {
                        if (classes.find(text).isPresent()) {
                            return text;
                        }
                    }
                } catch (BadValue e) {
                    into.problems.add(new Problem(line.called(), e.reason()));
                }
            }
        }
        return mapping.itemClass();
    }

    private void take(MappingLine line, Records.Found record, String itemClass, Reading into) {
        if (line.to().equals(MappingLine.CLASS)) {
            return;
        }
        var values = values(line, record);
        if (line.to().equals(MappingLine.RELATION)) {
            values.forEach(it -> relate(line, record, it, into));
            return;
        }
        var kind = line.identifier();
        if (!kind.isEmpty()) {
            values.forEach(it -> identify(line, kind, it, record, into));
            return;
        }
        var attribute = ObservedValues.attribute(type, itemClass, line.to());
        if (attribute.isEmpty() || values.isEmpty()) {
            return;
        }
        var held = Identifier.heldBy(line.to()).orElse(null);
        if (held == null) {
            var telling = line.to().equals("name")
                    ? values
                    : values.stream().filter(it -> !JunkValues.placeholder(it)).toList();
            if (!telling.isEmpty()) {
                into.values.put(line.to(), converted(line, attribute.get(), telling));
            }
            return;
        }
        var good = values.stream()
                .filter(it -> identify(line, held, it, record, into))
                .toList();
        if (!good.isEmpty()) {
            into.values.put(line.to(), converted(line, attribute.get(), List.of(good.getFirst())));
        }
    }

    /// @return false for a value that identifies nothing
    private boolean identify(MappingLine line, String kind, String value, Records.Found record, Reading into) {
        var scope = kind.equals(Identifier.SERIAL) ? scope(line, record) : null;
        var identifier = Identifier.of(kind, value, scope);
        identifier.ifPresent(into.identifiers::add);
        if (identifier.isEmpty()) {
            JunkValues.reason(kind, value)
                    .ifPresent(it -> into.remarks.add(new Remark(pointer(record.number(), line.called()), it)));
        }
        return identifier.isPresent();
    }

    static String pointer(long number, String column) {
        return "/rows/" + number + RecordJson.segment(column);
    }

    /// The manufacturer of the record, where the line names no other column.
    private @Nullable String scope(MappingLine line, Records.Found record) {
        if (!line.scope().isEmpty()) {
            return record.fields().at(line.scope()).stream()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty() && !JunkValues.placeholder(it))
                    .findFirst()
                    .orElse(null);
        }
        return mapping.lines().stream()
                .filter(it -> it.to().equals("manufacturer"))
                .flatMap(it -> values(it, record).stream())
                .filter(it -> !JunkValues.placeholder(it))
                .findFirst()
                .orElse(null);
    }

    private void relate(MappingLine line, Records.Found record, String value, Reading into) {
        var end = line.end();
        var by = end.by();
        var identifier = by.isEmpty() ? null : Identifier.of(by, value, null).orElse(null);
        if (!by.isEmpty() && identifier == null) {
            into.remarks.add(new Remark(
                    pointer(record.number(), line.called()), Message.of("mapping.no_identifier_value", value, by)));
            return;
        }
        var ref = (end.itemClass() + " " + by).strip() + " " + value;
        into.mentions.putIfAbsent(
                ref,
                new Mention(
                        ref,
                        end.itemClass().isEmpty() ? null : end.itemClass(),
                        by.isEmpty() ? value : null,
                        identifier == null ? List.of() : List.of(identifier)));
        var own = ref(record.number());
        into.relations.add(
                end.outward()
                        ? new DiscoveredRelation(end.type(), own, ref, Map.of())
                        : new DiscoveredRelation(end.type(), ref, own, Map.of()));
    }

    /// What a record says in a line's place, each value changed as the line says.
    private List<String> values(MappingLine line, Records.Found record) {
        if (line.from().isEmpty()) {
            return List.of(line.value());
        }
        var values = new ArrayList<String>();
        for (var text : record.fields().at(line.from())) {
            var wrong = Unreadable.value(text);
            if (wrong.isPresent()) {
                throw new BadValue(wrong.get());
            }
            var parts = line.split().isEmpty() ? List.of(text) : List.of(text.split(Pattern.quote(line.split())));
            parts.stream()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty() && line.skip().stream().noneMatch(it::equalsIgnoreCase))
                    .map(it -> changed(line, it))
                    .filter(it -> !it.isEmpty())
                    .forEach(values::add);
        }
        return values.size() > MOST_OF_ONE ? values.subList(0, MOST_OF_ONE) : values;
    }

    private String changed(MappingLine line, String text) {
        var table = tables.getOrDefault(line, Map.of());
        var value = table.getOrDefault(folded(text), text);
        return switch (line.letters()) {
            case "upper" -> value.toUpperCase(Locale.ROOT);
            case "lower" -> value.toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private Object converted(MappingLine line, Attribute<?> attribute, List<String> values) {
        return switch (attribute.kind()) {
            case Kind.Text _, Kind.Prose _ -> String.join(", ", values);
            case Kind.Reference _, Kind.TreePick _, Kind.References _, Kind.Keys _ -> values.getFirst();
            default -> typed(line, attribute, values.getFirst());
        };
    }

    private Object typed(MappingLine line, Attribute<?> attribute, String text) {
        var number = attribute.kind() instanceof Kind.Whole || attribute.kind() instanceof Kind.Decimal;
        var plain = number ? number(text, line.comma()) : text;
        var form = forms.computeIfAbsent(line.date(), it -> new CellForms(type, messages, picks, it));
        var cell = form.read(attribute, new Input.Given.Text(plain));
        var read = cell instanceof Input.Given.Text(var written) ? written : plain;
        return plain(attribute.kind(), attribute.kind() instanceof Kind.Moment ? moment(read) : read);
    }

    /// A time without offset is meant in UTC.
    private static String moment(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private static <T> Object plain(Kind<T> kind, String text) {
        var node = kind.json(kind.parse(text));
        return switch (node.getNodeType()) {
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isIntegralNumber() ? (Object) node.longValue() : node.decimalValue();
            case STRING -> node.stringValue();
            default -> node.toString();
        };
    }

    /// Without what groups three digits each; `16384.0` is whole. What is no number is left as it is, for the kind to
    /// refuse.
    ///
    /// @throws BadValue where a separator groups nothing, because it is perhaps meant as the other one
    private static String number(String text, boolean comma) {
        var bare = text.replaceAll("^\\h+|\\h+$", "");
        var joined = SPACED.matcher(bare).matches() ? bare.replaceAll("[\\h'’_]", "") : bare;
        // as in English from here on
        var turned = comma ? swapped(joined) : joined;
        if (turned.indexOf(',') >= 0 && !GROUPED.matcher(turned).matches()) {
            throw new BadValue("kernel.value.not_a_number", Texts.cut(text, SHOWN));
        }
        var plain = turned.replace(",", "");
        try {
            var number = new BigDecimal(plain);
            return number.scale() > 0 && number.signum() != 0 && number.precision() < 40
                    ? number.stripTrailingZeros().toPlainString()
                    : number.precision() + Math.abs(number.scale()) < 40 ? number.toPlainString() : plain;
        } catch (NumberFormatException e) {
            return bare;
        }
    }

    private static String swapped(String number) {
        return number.replace('.', '\0').replace(',', '.').replace('\0', ',');
    }
}
