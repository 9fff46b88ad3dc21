package org.mainstay.cmdb.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Format;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.cmdb.reconciliation.ObservedValues;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.transfer.CellForms;

/// What holds for mappings: asked when one is saved, and again when a file comes, because attributes are deleted and
/// classes retired meanwhile.
final class MappingChecks implements Rule {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*)*");

    private final RecordTypes types;
    private final ItemClasses classes;
    private final KnownRelationTypes relationTypes;

    MappingChecks(RecordTypes types, ItemClasses classes, KnownRelationTypes relationTypes) {
        this.types = types;
        this.classes = classes;
        this.relationTypes = relationTypes;
    }

    @Override
    public String type() {
        return DiscoveryMappingType.DISCOVERY_MAPPING.code();
    }

    @Override
    public void apply(Draft draft) {
        var source = draft.get(DiscoveryMappingType.SOURCE);
        if (source != null && (draft.created() || draft.changes(DiscoveryMappingType.SOURCE))) {
            draft.lookup()
                    .get(DiscoverySourceType.DISCOVERY_SOURCE, source)
                    .ifPresent(it -> belongs(draft, it.organisation(), DiscoverySource.of(it)));
        }
        var records = draft.get(DiscoveryMappingType.RECORDS);
        if (records != null && !POINTER.matcher(records).matches()) {
            draft.refuse(DiscoveryMappingType.RECORDS, "mapping.no_pointer", records);
        }
        var text = draft.get(DiscoveryMappingType.LINES);
        if (text == null || draft.plan().asItWas()) {
            return;
        }
        try {
            var lines = MappingLines.read(text);
            draft.set(DiscoveryMappingType.LINES, MappingLines.write(lines));
            boolean json = draft.get(DiscoveryMappingType.FORMAT) != Format.CSV;
            problems(lines, draft.get(DiscoveryMappingType.ITEM_CLASS), json)
                    .forEach(it -> draft.refuse(new Problem(DiscoveryMappingType.LINES.code(), it)));
        } catch (BadValue e) {
            draft.refuse(new Problem(DiscoveryMappingType.LINES.code(), e.reason()));
        }
    }

    /// A mapping belongs to whom its source belongs; whoever names one of others is told what they would be told by a
    /// source that takes no files.
    private static void belongs(Draft draft, UUID organisation, DiscoverySource source) {
        var own = draft.get(Header.ORGANISATION);
        if (!organisation.equals(own == null ? draft.actor().organisation() : own)) {
            draft.refuse(DiscoveryMappingType.SOURCE, "mapping.other_organisation");
        } else if (source.kind() != DiscoverySource.Sort.FILE && source.kind() != DiscoverySource.Sort.API) {
            draft.refuse(DiscoveryMappingType.SOURCE, "mapping.no_files");
        }
    }

    List<Message> problems(DiscoveryMapping mapping) {
        return problems(mapping.lines(), mapping.itemClass(), mapping.format() != Format.CSV);
    }

    private List<Message> problems(List<MappingLine> lines, @Nullable String itemClass, boolean json) {
        var found = new ArrayList<Message>();
        if (lines.isEmpty()) {
            found.add(Message.of("mapping.lines.no_list", MappingLines.MOST));
        }
        if (itemClass != null && unknownClass(itemClass)) {
            found.add(Message.of("reconciliation.no_class", itemClass));
        }
        boolean varies = lines.stream().anyMatch(it -> it.to().equals(MappingLine.CLASS));
        if (itemClass == null && !varies) {
            found.add(Message.of("mapping.class_needed"));
        }
        for (var line : lines) {
            if (line.from().isEmpty() == line.value().isEmpty()) {
                found.add(Message.of("mapping.from_or_value", line.called()));
            }
            if (json && !line.from().isEmpty() && !POINTER.matcher(line.from()).matches()) {
                found.add(Message.of("mapping.no_pointer", line.from()));
            }
            if (!line.date().isEmpty() && !CellForms.isPattern(line.date())) {
                found.add(Message.of("mapping.no_date", line.called(), line.date()));
            }
            var wrong = target(line, varies ? null : itemClass);
            if (wrong != null) {
                found.add(wrong);
            }
        }
        return found;
    }

    private boolean unknownClass(String code) {
        return classes.find(code).filter(ItemClass::hasItems).isEmpty();
    }

    private @Nullable Message target(MappingLine line, @Nullable String itemClass) {
        if (line.to().equals(MappingLine.CLASS)) {
            return line.table().values().stream()
                    .filter(this::unknownClass)
                    .findFirst()
                    .map(it -> Message.of("mapping.line.no_class", line.called(), it))
                    .orElse(null);
        }
        if (line.to().equals(MappingLine.RELATION)) {
            return relation(line);
        }
        var kind = line.identifier();
        if (!kind.isEmpty()) {
            return KIND.matcher(kind).matches() && !kind.equals(Identifier.NAME_IN_PARENT)
                    ? null
                    : Message.of("mapping.line.no_identifier", line.called(), kind);
        }
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        boolean known = itemClass == null
                ? type.attribute(line.to()).isPresent()
                : unknownClass(itemClass)
                        || ObservedValues.attribute(type, itemClass, line.to()).isPresent();
        if (known) {
            return null;
        }
        return itemClass == null
                ? Message.of("mapping.line.no_attribute", line.called(), line.to())
                : Message.of("mapping.line.no_attribute_of_class", line.called(), line.to(), itemClass);
    }

    private @Nullable Message relation(MappingLine line) {
        var end = line.end();
        if (!relationTypes.has(end.type())) {
            return Message.of("mapping.line.no_relation_type", line.called(), end.type());
        }
        if (!end.itemClass().isEmpty() && classes.find(end.itemClass()).isEmpty()) {
            return Message.of("mapping.line.no_class", line.called(), end.itemClass());
        }
        if (!end.by().isEmpty() && !KIND.matcher(end.by()).matches()) {
            return Message.of("mapping.line.no_identifier", line.called(), end.by());
        }
        return null;
    }
}
