package org.mainstay.request.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A question or a section as the designer's fields, and back. What options and columns are stands in lines:
/// `code | English | German | price`.
final class DesignFields {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS =
            List.of("code", "show_when", "require_when", "valid_when", "prefill", "unit", "min", "max", "currency");
    private static final List<String> WORDS = List.of("label", "hint", "message");
    private static final List<String> NUMBERS = List.of("digits", "most");

    private DesignFields() {}

    /// By the name of the field; what is not said is empty.
    static Map<String, String> of(@Nullable ObjectNode node) {
        var fields = new LinkedHashMap<String, String>();
        JsonNode from = node == null ? NODES.objectNode() : node;
        TEXTS.forEach(it -> fields.put(it, from.path(it).asString("")));
        NUMBERS.forEach(it -> fields.put(it, from.path(it).asString("")));
        WORDS.forEach(it -> {
            var words = from.path(it);
            fields.put(
                    it + ".en",
                    words.isString() ? words.stringValue() : words.path("en").asString(""));
            fields.put(it + ".de", words.path("de").asString(""));
        });
        fields.put("kind", from.path("kind").asString(""));
        fields.put("required", String.valueOf(from.path("required").asBoolean(false)));
        fields.put("options", lines(from.path("options"), "price"));
        fields.put("columns", lines(from.path("columns"), "kind"));
        return fields;
    }

    private static String lines(JsonNode list, String last) {
        var lines = new ArrayList<String>();
        for (var one : list) {
            var label = one.path("label");
            var end = last.equals("kind")
                    ? column(one)
                    : price(one.path("price")) + " | " + price(one.path("recurring_price"));
            var line = String.join(
                    " | ",
                    one.path("code").asString(""),
                    label.path("en").asString(""),
                    label.path("de").asString(""),
                    end);
            lines.add(line.replaceAll("( ?\\| ?)+$", "").strip());
        }
        return String.join("\n", lines);
    }

    private static String price(JsonNode price) {
        return price.isObject()
                ? price.path("amount").asString("") + " "
                        + price.path("currency").asString("")
                : "";
    }

    private static String column(JsonNode column) {
        return column.path("kind").asString("") + (column.path("required").asBoolean(false) ? " *" : "");
    }

    /// What the fields say of a section.
    ///
    /// @param before its questions stay
    static ObjectNode section(Map<String, String[]> given, @Nullable ObjectNode before) {
        var node = NODES.objectNode();
        text(node, given, "code");
        words(node, given, "label");
        words(node, given, "hint");
        text(node, given, "show_when");
        node.set("questions", before == null ? NODES.arrayNode() : before.path("questions"));
        return node;
    }

    /// What the fields say of a question; fields that its kind has not are passed over.
    ///
    /// @param before keeps what no field shows
    static ObjectNode question(Map<String, String[]> given, @Nullable ObjectNode before) {
        var node = NODES.objectNode();
        if (!DesignEdit.text(given, "set").isEmpty()) {
            return node.put("set", DesignEdit.text(given, "set"));
        }
        var kind = DesignEdit.text(given, "kind");
        node.put("kind", kind);
        text(node, given, "code");
        WORDS.subList(0, 2).forEach(it -> words(node, given, it));
        text(node, given, "show_when");
        if (!kind.equals("information")) {
            words(node, given, "message");
            if (DesignEdit.text(given, "required").equals("true")) {
                node.put("required", true);
            }
            List.of("require_when", "valid_when", "prefill").forEach(it -> text(node, given, it));
        }
        switch (kind) {
            case "number" -> List.of("unit", "min", "max", "digits").forEach(it -> text(node, given, it));
            case "money" -> List.of("currency", "min", "max").forEach(it -> text(node, given, it));
            case "text", "prose", "attachment" -> text(node, given, "most");
            case "choice", "multi_choice" -> options(node, DesignEdit.text(given, "options"));
            case "table" -> {
                text(node, given, "most");
                columns(node, DesignEdit.text(given, "columns"), before);
            }
            default -> {}
        }
        return node;
    }

    private static void text(ObjectNode node, Map<String, String[]> given, String name) {
        var text = DesignEdit.text(given, name);
        if (text.isEmpty()) {
            return;
        }
        if (NUMBERS.contains(name) && text.matches("\\d{1,6}")) {
            node.put(name, Integer.parseInt(text));
        } else {
            node.put(name, text);
        }
    }

    private static void words(ObjectNode node, Map<String, String[]> given, String name) {
        var en = DesignEdit.text(given, name + ".en");
        var de = DesignEdit.text(given, name + ".de");
        if (!en.isEmpty() || !de.isEmpty()) {
            words(node.putObject(name), en, de);
        }
    }

    private static void words(ObjectNode words, String en, String de) {
        words.put("en", en.isEmpty() ? de : en);
        if (!de.isEmpty()) {
            words.put("de", de);
        }
    }

    private static List<String[]> split(String text) {
        return text.lines()
                .filter(it -> !it.isBlank())
                .limit(300)
                .map(it -> it.split("\\|", 5))
                .toList();
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    private static void options(ObjectNode node, String text) {
        var options = node.putArray("options");
        for (var parts : split(text)) {
            var option = options.addObject();
            option.put("code", part(parts, 0));
            words(
                    option.putObject("label"),
                    part(parts, 1).isEmpty() ? part(parts, 0) : part(parts, 1),
                    part(parts, 2));
            price(option, "price", part(parts, 3));
            price(option, "recurring_price", part(parts, 4));
        }
    }

    private static void price(ObjectNode option, String key, String text) {
        if (!text.isEmpty()) {
            var money = text.split("\\s+", 2);
            option.putObject(key).put("amount", money[0]).put("currency", money.length > 1 ? money[1] : "EUR");
        }
    }

    private static void columns(ObjectNode node, String text, @Nullable ObjectNode before) {
        var columns = node.putArray("columns");
        for (var parts : split(text)) {
            var code = part(parts, 0);
            var kind = part(parts, 3);
            boolean required = kind.endsWith("*");
            var plain = required ? kind.substring(0, kind.length() - 1).strip() : kind;
            var column = before == null ? NODES.objectNode() : known(before, code, plain);
            column.put("code", code);
            column.put("kind", plain.isEmpty() ? "text" : plain);
            words(column.putObject("label"), part(parts, 1).isEmpty() ? code : part(parts, 1), part(parts, 2));
            column.remove("required");
            if (required) {
                column.put("required", true);
            }
            columns.add(column);
        }
    }

    /// A column that was there keeps what a line does not say: its options, its bounds.
    private static ObjectNode known(ObjectNode before, String code, String kind) {
        for (var column : before.path("columns")) {
            if (column.path("code").asString("").equals(code)
                    && column.path("kind").asString("").equals(kind)) {
                return (ObjectNode) column.deepCopy();
            }
        }
        return NODES.objectNode();
    }
}
