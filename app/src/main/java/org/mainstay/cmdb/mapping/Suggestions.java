package org.mainstay.cmdb.mapping;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.mapping.MappingLine.End;
import org.mainstay.cmdb.reconciliation.ObservedValues;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.text.Messages;

/// Guesses what the columns of a sample mean: by what they are called, in both languages, and by what their values look
/// like. A person looks at all of it before anything comes of it.
final class Suggestions {

    private static final Map<String, List<String>> CALLED = Map.ofEntries(
            Map.entry(
                    "name",
                    List.of(
                            "hostname",
                            "host",
                            "computername",
                            "devicename",
                            "device",
                            "systemname",
                            "servername",
                            "displayname",
                            "rechnername",
                            "gerätename",
                            "gerät",
                            "bezeichnung")),
            Map.entry("serial_number", List.of("serial", "serialno", "sn", "servicetag", "seriennr", "serialnumber")),
            Map.entry("manufacturer", List.of("vendor", "make", "maker", "brand", "mfr")),
            Map.entry("model", List.of("product", "productname", "modelname", "modellname")),
            Map.entry("asset_tag", List.of("assetid", "assetno", "inventorynumber", "inventarnummer", "inventarnr")),
            Map.entry("fqdn", List.of("dnsname", "dns", "fullname")),
            Map.entry("ip_address", List.of("ip", "ipv4", "primaryip", "managementip", "ipaddr")),
            Map.entry("mac_address", List.of("mac", "macaddr", "ethernetaddress", "physicaladdress", "macadresse")),
            Map.entry("os", List.of("operatingsystem", "osname", "platform", "betriebssystem")),
            Map.entry("memory_mb", List.of("ram", "rammb", "memory", "memorymb", "ramsize")),
            Map.entry("cpu_model", List.of("cpu", "cpuname", "processor", "prozessor")),
            Map.entry("cpu_count", List.of("cpus", "vcpus", "sockets")),
            Map.entry("cpu_cores", List.of("cores", "kerne")),
            Map.entry("disk_gb", List.of("disk", "storage", "diskgb")),
            Map.entry("uuid", List.of("biosuuid", "systemuuid", "vmuuid")),
            Map.entry("description", List.of("comments", "comment", "notes", "bemerkung", "kommentar", "notizen")),
            Map.entry("environment", List.of("env")),
            Map.entry("owner", List.of("ownedby", "responsible", "verantwortlich")),
            Map.entry(MappingLine.IDENTIFIER + Identifier.KEY, List.of("id", "pk", "key", "externalid", "objectid")),
            Map.entry(
                    MappingLine.CLASS,
                    List.of(
                            "class",
                            "type",
                            "category",
                            "devicetype",
                            "klasse",
                            "typ",
                            "art",
                            "kategorie",
                            "ciclass",
                            "role",
                            "rolle")));

    /// What values look like, the most telling first.
    private static final List<Map.Entry<Pattern, String>> LOOKS = List.of(
            Map.entry(
                    Pattern.compile("([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}|([0-9A-Fa-f]{4}\\.){2}[0-9A-Fa-f]{4}"),
                    "mac_address"),
            Map.entry(
                    Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{0,4}){2,7}"), "ip_address"),
            Map.entry(Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"), "uuid"),
            Map.entry(Pattern.compile("([A-Za-z0-9-]+\\.){2,}[A-Za-z]{2,}"), "fqdn"));

    private static final Pattern COMMA = Pattern.compile("-?\\d{1,3}(\\.\\d{3})*,\\d+");
    private static final List<Map.Entry<Pattern, String>> DATES = List.of(
            Map.entry(Pattern.compile("\\d{1,2}/(1[3-9]|2\\d|3[01])/\\d{4}"), "M/d/yyyy"),
            Map.entry(Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}"), "d/M/yyyy"),
            Map.entry(Pattern.compile("\\d{8}"), "yyyyMMdd"));

    private final RecordType<?> type;
    private final @Nullable String itemClass;
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> classesByName = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    /// @param itemClass of all records; null where a column is to say it
    Suggestions(RecordType<?> type, ItemClasses classes, Messages messages, @Nullable String itemClass) {
        this.type = type;
        this.itemClass = itemClass;
        for (Attribute<?> attribute : type.attributes()) {
            if (fits(attribute.code())) {
                byName.put(folded(attribute.code()), attribute.code());
                for (Locale language : Messages.LANGUAGES) {
                    byName.putIfAbsent(folded(messages.attribute(type, attribute, language)), attribute.code());
                }
            }
        }
        CALLED.forEach((target, names) -> names.forEach(it -> byName.putIfAbsent(folded(it), target)));
        for (ItemClass it : classes.all()) {
            if (it.hasItems()) {
                classesByName.put(folded(it.code()), it.code());
                Messages.LANGUAGES.forEach(
                        language -> classesByName.putIfAbsent(folded(classes.label(it.code(), language)), it.code()));
            }
        }
    }

    private boolean fits(String target) {
        return itemClass == null
                ? type.attribute(target).filter(Attribute::recorded).isPresent()
                : ObservedValues.attribute(type, itemClass, target).isPresent();
    }

    /// What the column may mean; its `to` is empty where nothing suggests itself. No two columns are suggested for one
    /// attribute.
    MappingLine of(String column, List<String> values) {
        var target = target(column, values);
        if (target.isEmpty() || !given.add(target)) {
            return MappingLine.of(column, "");
        }
        var attribute = type.attribute(target);
        boolean day = attribute
                .filter(it -> it.kind() instanceof Kind.Day || it.kind() instanceof Kind.Moment)
                .isPresent();
        return new MappingLine(
                column,
                target,
                "",
                "",
                "",
                day ? pattern(values) : "",
                most(values, COMMA),
                List.of(),
                target.equals(MappingLine.CLASS) ? classTable(values) : Map.of(),
                "",
                End.NONE);
    }

    private String target(String column, List<String> values) {
        var segments = column.startsWith("/") ? RecordJson.segments(column) : List.of(column);
        var last = segments.stream().filter(it -> !it.equals("*")).reduce("", (_, it) -> it);
        var called = byName.getOrDefault(folded(last), "");
        if (called.equals(MappingLine.CLASS)) {
            return classTable(values).size() > (itemClass == null ? 0 : 1) ? called : "";
        }
        boolean known = called.startsWith(MappingLine.IDENTIFIER) || fits(called) && takes(called, values);
        if (!called.isEmpty() && known) {
            return called;
        }
        for (var look : LOOKS) {
            if (most(values, look.getKey())) {
                return fits(look.getValue())
                        ? look.getValue()
                        : MappingLine.IDENTIFIER
                                + Identifier.heldBy(look.getValue()).orElse(Identifier.KEY);
            }
        }
        return "";
    }

    /// Whether a choice knows any of the values.
    private boolean takes(String code, List<String> values) {
        return type.attribute(code)
                .filter(it -> it.kind() instanceof Kind.Choice<?> choice
                        && values.stream().noneMatch(value -> choice.codes().contains(value.toLowerCase(Locale.ROOT))))
                .isEmpty();
    }

    private Map<String, String> classTable(List<String> values) {
        var table = new HashMap<String, String>();
        values.forEach(it -> {
            var found = classOf(folded(it));
            if (found != null) {
                table.put(it, found);
            }
        });
        return table;
    }

    /// The class of that name, else the one whose name it ends with: an access switch is a switch.
    private @Nullable String classOf(String value) {
        var same = classesByName.get(value);
        return same != null
                ? same
                : classesByName.entrySet().stream()
                        .filter(it -> it.getKey().length() > 3 && value.endsWith(it.getKey()))
                        .max(Comparator.comparingInt(it -> it.getKey().length()))
                        .map(Map.Entry::getValue)
                        .orElse(null);
    }

    private static String pattern(List<String> values) {
        return DATES.stream()
                .filter(it -> most(values, it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static boolean most(List<String> values, Pattern pattern) {
        long fitting =
                values.stream().filter(it -> pattern.matcher(it).matches()).count();
        return fitting > 0 && fitting * 10 >= values.size() * 7L;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
