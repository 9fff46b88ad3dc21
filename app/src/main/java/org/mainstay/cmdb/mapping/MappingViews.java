package org.mainstay.cmdb.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.ObservedValues;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.transfer.ImportView.Option;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;

/// Makes the view of the page on which a mapping is made.
final class MappingViews {

    /// Of a wide file the rest is reached by typing a column's name.
    private static final int SHOWN = 60;

    private static final int BLANK = 2;
    private static final int SHOWN_VALUES = 3;
    private static final int LONGEST_VALUE = 40;
    private static final String LINES = "mapping.line.";

    private final RecordTypes types;
    private final ItemClasses classes;
    private final KnownRelationTypes relationTypes;
    private final Messages messages;

    MappingViews(RecordTypes types, ItemClasses classes, KnownRelationTypes relationTypes, Messages messages) {
        this.types = types;
        this.classes = classes;
        this.relationTypes = relationTypes;
        this.messages = messages;
    }

    /// What the columns of the sample may mean.
    List<MappingLine> suggested(Sample sample, @Nullable String itemClass) {
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        var suggestions = new Suggestions(type, classes, messages, itemClass);
        return sample.columns().stream()
                .map(it -> suggestions.of(it, sample.values(it)))
                .toList();
    }

    MappingView of(
            String action,
            DiscoverySource source,
            String title,
            MappingForm form,
            List<String> errors,
            List<MappingView.Preview> preview,
            Frame frame) {
        return new MappingView(
                action,
                form.version() == null ? "" : form.version().toString(),
                Hrefs.record("discovery-sources", source.number()),
                source.name(),
                title,
                form.name(),
                classes(form.itemClass(), frame),
                choices(DiscoveryMapping.Format.values(), form.format(), "format", frame),
                optional(DiscoveryMapping.Charset.values(), form.charset(), "charset", frame),
                optional(DiscoveryMapping.Separator.values(), form.separator(), "separator", frame),
                List.of(
                        new Option("true", frame.say("mapping.header.true"), form.header()),
                        new Option("false", frame.say("mapping.header.false"), !form.header())),
                form.records(),
                form.sample().text(),
                lines(form),
                targets(form, frame),
                kinds(frame),
                relationTypes.options(frame.locale()).stream()
                        .map(it -> new Option(it.code(), it.label(), false))
                        .toList(),
                classes.any().options(frame.locale()).stream()
                        .map(it -> new Option(it.code(), it.label(), false))
                        .toList(),
                form.sample().columns(),
                errors,
                preview,
                summary(preview));
    }

    private static String summary(List<MappingView.Preview> preview) {
        return preview.stream()
                .collect(Collectors.groupingBy(MappingView.Preview::label, Collectors.counting()))
                .entrySet()
                .stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .sorted()
                .collect(Collectors.joining(" · "));
    }

    private List<Option> classes(@Nullable String chosen, Frame frame) {
        var options = new ArrayList<Option>();
        options.add(new Option("", frame.say("mapping.class.from_column"), chosen == null));
        classes.options(frame.locale())
                .forEach(it ->
                        options.add(new Option(it.code(), it.label(), it.code().equals(chosen))));
        return options;
    }

    private static <E extends Enum<E>> List<Option> choices(E[] all, @Nullable E chosen, String of, Frame frame) {
        return Arrays.stream(all)
                .map(it -> {
                    var code = it.name().toLowerCase(Locale.ROOT);
                    return new Option(code, frame.say("discovery_mapping." + of + "." + code), it == chosen);
                })
                .toList();
    }

    private static <E extends Enum<E>> List<Option> optional(E[] all, @Nullable E chosen, String of, Frame frame) {
        var options = new ArrayList<Option>();
        options.add(new Option("", frame.say("mapping.by_itself"), chosen == null));
        options.addAll(choices(all, chosen, of, frame));
        return options;
    }

    private static List<MappingView.Line> lines(MappingForm form) {
        var shown = new ArrayList<MappingView.Line>();
        var known = new HashSet<>(form.sample().columns());
        int left = SHOWN;
        for (var line : form.lines()) {
            if (!line.to().isEmpty() || left-- > 0) {
                shown.add(line(line, !known.contains(line.from()), form.sample()));
            }
        }
        for (int i = 0; i < BLANK; i++) {
            shown.add(line(MappingLine.of("", ""), true, form.sample()));
        }
        return shown;
    }

    private static MappingView.Line line(MappingLine line, boolean typed, Sample sample) {
        var values = sample.values(line.from()).stream()
                .limit(SHOWN_VALUES)
                .map(it -> Texts.clip(it, LONGEST_VALUE))
                .collect(Collectors.joining(" · "));
        boolean relates = line.to().equals(MappingLine.RELATION);
        boolean more = Stream.of(line.letters(), line.split(), line.date(), line.scope())
                        .anyMatch(Predicate.not(String::isEmpty))
                || line.comma()
                || !line.skip().isEmpty()
                || !line.table().isEmpty();
        return new MappingView.Line(
                line,
                typed,
                values,
                Entries.list(line.skip()),
                Entries.table(line.table()),
                relates || more || line.to().equals(MappingLine.CLASS));
    }

    private List<MappingView.Group> targets(MappingForm form, Frame frame) {
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        boolean varies = form.lines().stream().anyMatch(it -> it.to().equals(MappingLine.CLASS));
        var itemClass = varies ? null : form.itemClass();
        var attributes = type.attributes().stream()
                .filter(it -> itemClass == null
                        ? it.recorded() && !it.has(Attribute.Trait.READ_ONLY) && anywhere(it)
                        : ObservedValues.attribute(type, itemClass, it.code()).isPresent())
                .map(it -> new Option(
                        it.code(),
                        messages.attribute(type, it, frame.locale())
                                + (Identifier.HELD.containsKey(it.code()) ? " " + frame.say(LINES + "tells") : ""),
                        false))
                .sorted(Comparator.comparing(Option::label))
                .toList();
        var identifiers = Identifier.BEST_FIRST.stream()
                .filter(it -> !it.equals(Identifier.NAME_IN_PARENT))
                .map(it -> new Option(MappingLine.IDENTIFIER + it, frame.say("reconciliation.identifier." + it), false))
                .toList();
        return List.of(
                new MappingView.Group(
                        frame.say(LINES + "other"),
                        List.of(
                                new Option(MappingLine.CLASS, frame.say("configuration_item.class"), false),
                                new Option(MappingLine.RELATION, frame.say("relation"), false))),
                new MappingView.Group(frame.say(LINES + "attributes"), attributes),
                new MappingView.Group(frame.say(LINES + "identifiers"), identifiers));
    }

    private boolean anywhere(Attribute<?> attribute) {
        return classes.all().stream()
                .anyMatch(it -> ObservedValues.attribute(
                                types.current(ConfigurationItemType.CONFIGURATION_ITEM), it.code(), attribute.code())
                        .isPresent());
    }

    private static List<Option> kinds(Frame frame) {
        return Identifier.BEST_FIRST.stream()
                .filter(it -> !it.equals(Identifier.NAME_IN_PARENT))
                .map(it -> new Option(it, frame.say("reconciliation.identifier." + it), false))
                .toList();
    }
}
