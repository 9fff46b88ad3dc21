package org.mainstay.cmdb.discovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import tools.jackson.databind.JsonNode;

/// The records of a JSON payload, each checked by itself. Relations wait until all items are known.
final class PayloadRecords {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Pattern ATTRIBUTE = Pattern.compile("(custom\\.)?[a-z][a-z0-9_]{0,59}");

    private static final int LONGEST_REF = 200;
    private static final int MOST_VALUES = 200;
    private static final int MOST_IDENTIFIERS = 50;
    private static final int MOST_FAULTS_OF_ONE = 10;

    private final List<Discovered> items = new ArrayList<>();
    private final Set<String> refs = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Remark> refused = new ArrayList<>();

    private record Waiting(String pointer, DiscoveredRelation relation) {}

    /// What is wrong with one record.
    private static final class Faults {

        private final List<Remark> found = new ArrayList<>();

        void add(String pointer, String key, Object... arguments) {
            add(pointer, Message.of(key, arguments));
        }

        void add(String pointer, Message reason) {
            if (found.size() < MOST_FAULTS_OF_ONE) {
                found.add(new Remark(pointer, reason));
            }
        }
    }

    void item(int index, JsonNode node) throws BadPayload {
        if (index >= Payload.MOST_ITEMS) {
            throw new BadPayload("discovery.too_many_records", Payload.MOST_ITEMS);
        }
        var pointer = "/items/" + index;
        var faults = new Faults();
        if (!object(node, pointer, faults, Set.of("ref", "class", "values", "identifiers"))) {
            refused.addAll(faults.found);
            return;
        }
        var ref = text(node, "ref", pointer, LONGEST_REF, faults);
        var itemClass = code(node, "class", pointer, faults);
        var values = values(node, pointer, faults);
        var dropped = new ArrayList<Remark>();
        var identifiers = identifiers(node, pointer, faults, dropped);
        if (!ref.isEmpty() && faults.found.isEmpty() && !refs.add(ref)) {
            faults.add(pointer + "/ref", "discovery.ref_twice", ref);
        }
        if (faults.found.isEmpty()) {
            items.add(new Discovered(ref, itemClass, values, identifiers));
            remarks.addAll(dropped);
        }
        refused.addAll(faults.found);
    }

    void relation(int index, JsonNode node) throws BadPayload {
        if (index >= Payload.MOST_RELATIONS) {
            throw new BadPayload("discovery.too_many_records", Payload.MOST_RELATIONS);
        }
        var pointer = "/relations/" + index;
        var faults = new Faults();
        if (object(node, pointer, faults, Set.of("type", "from", "to", "values"))) {
            var relation = new DiscoveredRelation(
                    code(node, "type", pointer, faults),
                    text(node, "from", pointer, LONGEST_REF, faults),
                    text(node, "to", pointer, LONGEST_REF, faults),
                    values(node, pointer, faults));
            if (faults.found.isEmpty()) {
                waiting.add(new Waiting(pointer, relation));
            }
        }
        refused.addAll(faults.found);
    }

    PayloadJson.Reading done(boolean partial, @Nullable Instant at, @Nullable String source) {
        var relations = new ArrayList<DiscoveredRelation>();
        for (var one : waiting) {
            var faults = new Faults();
            known(one.relation.from(), one.pointer + "/from", faults);
            known(one.relation.to(), one.pointer + "/to", faults);
            if (faults.found.isEmpty()) {
                relations.add(one.relation);
            }
            refused.addAll(faults.found);
        }
        return new PayloadJson.Reading(new Payload(items, relations, partial, at, remarks), source, refused);
    }

    private void known(String ref, String pointer, Faults faults) {
        if (!refs.contains(ref)) {
            faults.add(pointer, "discovery.unknown_ref", Texts.cut(ref, 60));
        }
    }

    private static boolean object(JsonNode node, String pointer, Faults faults, Set<String> keys) {
        if (!node.isObject()) {
            faults.add(pointer, "discovery.no_record");
            return false;
        }
        for (var key : node.propertyNames()) {
            if (!keys.contains(key)) {
                faults.add(pointer + "/" + escaped(key), "discovery.unknown_key", shown(key));
            }
        }
        return true;
    }

    private static String text(JsonNode node, String key, String pointer, int longest, Faults faults) {
        var value = node.get(key);
        if (value == null || !value.isString() || value.asString().isBlank()) {
            faults.add(pointer + "/" + key, "discovery.text_needed");
            return "";
        }
        var text = value.asString();
        Unreadable.text(text, longest).ifPresent(it -> faults.add(pointer + "/" + key, it));
        return text;
    }

    private static String code(JsonNode node, String key, String pointer, Faults faults) {
        var code = text(node, key, pointer, LONGEST_REF, faults);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            faults.add(pointer + "/" + key, "discovery.no_code", shown(code));
        }
        return code;
    }

    private static Map<String, Object> values(JsonNode node, String pointer, Faults faults) {
        var values = new LinkedHashMap<String, Object>();
        var given = node.get("values");
        if (given == null) {
            return values;
        }
        if (!given.isObject() || given.size() > MOST_VALUES) {
            faults.add(pointer + "/values", "discovery.values_needed", MOST_VALUES);
            return values;
        }
        given.forEachEntry((code, value) -> {
            var at = pointer + "/values/" + escaped(code);
            if (!ATTRIBUTE.matcher(code).matches()) {
                faults.add(at, "discovery.no_code", shown(code));
                return;
            }
            var read = value(value, at, faults);
            if (read != null) {
                values.put(code, read);
            }
        });
        return values;
    }

    /// Null says nothing, as if it were not there.
    private static @Nullable Object value(JsonNode value, String pointer, Faults faults) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue();
            case NULL -> null;
            case NUMBER -> number(value, pointer, faults);
            case STRING -> {
                var text = value.asString();
                Unreadable.value(text).ifPresent(it -> faults.add(pointer, it));
                yield text;
            }
            default -> {
                faults.add(pointer, "discovery.plain_value_needed");
                yield null;
            }
        };
    }

    private static @Nullable Object number(JsonNode value, String pointer, Faults faults) {
        if (value.isIntegralNumber()) {
            if (value.canConvertToLong()) {
                return value.longValue();
            }
            faults.add(pointer, "discovery.absurd_number", Texts.cut(value.asString(), 60));
            return null;
        }
        return value.decimalValue();
    }

    private static List<Identifier> identifiers(JsonNode node, String pointer, Faults faults, List<Remark> dropped) {
        var identifiers = new ArrayList<Identifier>();
        var given = node.get("identifiers");
        if (given == null) {
            return identifiers;
        }
        if (!given.isArray() || given.size() > MOST_IDENTIFIERS) {
            faults.add(pointer + "/identifiers", "discovery.identifiers_needed", MOST_IDENTIFIERS);
            return identifiers;
        }
        for (int i = 0; i < given.size(); i++) {
            var at = pointer + "/identifiers/" + i;
            var one = given.get(i);
            if (!object(one, at, faults, Set.of("kind", "value", "scope"))) {
                continue;
            }
            var kind = code(one, "kind", at, faults);
            var value = text(one, "value", at, Texts.LONGEST, faults);
            var scope = one.has("scope") ? text(one, "scope", at, LONGEST_REF, faults) : null;
            var read = Identifier.of(kind, value, scope);
            if (read.isPresent()) {
                identifiers.add(read.get());
            } else {
                JunkValues.reason(kind, value).ifPresent(it -> dropped.add(new Remark(at, it)));
            }
        }
        return identifiers;
    }

    private static String shown(String text) {
        return Texts.cut(Texts.clean(text), 60);
    }

    /// As it stands in a JSON pointer.
    private static String escaped(String key) {
        return shown(key).replace("~", "~0").replace("/", "~1");
    }
}
