package org.mainstay.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a bundle may order, as a version keeps it: each item after the one that it depends on.
record BundledItems(List<Item> list) {

    static final BundledItems NONE = new BundledItems(List.of());

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// @param id of the [BundleItemType] record
    /// @param item of the catalogue
    /// @param condition blank for always
    /// @param dependsOn another of these by its id
    /// @param answers by the codes of the item's questions
    record Item(
            UUID id,
            UUID item,
            String condition,
            long quantity,
            @Nullable UUID dependsOn,
            Map<String, String> answers) {}

    /// @param records in their order; what one depends on is another of them, without circles
    static BundledItems of(List<Snapshot> records) {
        var sorted = new LinkedHashMap<UUID, Item>();
        var left = new ArrayList<>(records);
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(it -> it.get(BundleItemType.DEPENDS_ON) == null
                            || sorted.containsKey(it.get(BundleItemType.DEPENDS_ON)))
                    .findFirst()
                    .orElseThrow();
            sorted.put(next.id(), item(next));
            left.remove(next);
        }
        return new BundledItems(List.copyOf(sorted.values()));
    }

    private static Item item(Snapshot it) {
        var condition = it.get(BundleItemType.CONDITION);
        return new Item(
                it.id(),
                it.need(BundleItemType.ITEM),
                condition == null ? "" : condition,
                it.need(BundleItemType.QUANTITY),
                it.get(BundleItemType.DEPENDS_ON),
                answers(it.get(BundleItemType.ANSWERS)).orElseThrow());
    }

    /// Reads a line for each question, `code: value`, or `code: {code}` for what a question of the bundle is answered.
    ///
    /// @return empty where a line says something else
    static Optional<Map<String, String>> answers(@Nullable String text) {
        var answers = new LinkedHashMap<String, String>();
        for (var line : text == null ? List.<String>of() : text.lines().toList()) {
            int colon = line.indexOf(':');
            var code = colon < 0 ? "" : line.substring(0, colon).strip();
            var value = line.substring(colon + 1).strip();
            if (!line.isBlank()) {
                if (code.isEmpty() || value.isEmpty() || answers.put(code, value) != null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(answers);
    }

    /// The code of the bundle's question whose answer is meant; empty where it is a value of its own.
    static Optional<String> other(String answer) {
        return answer.startsWith("{") && answer.endsWith("}")
                ? Optional.of(answer.substring(1, answer.length() - 1))
                : Optional.empty();
    }

    /// What cannot be read is no bundle: the text may have come from a file.
    static BundledItems read(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        try {
            var items = new ArrayList<Item>();
            MAPPER.readTree(text).forEach(it -> items.add(item(it)));
            return new BundledItems(List.copyOf(items));
        } catch (JacksonException | IllegalArgumentException e) {
            return NONE;
        }
    }

    static BundledItems of(Snapshot version) {
        return read(version.get(CatalogVersionType.BUNDLED));
    }

    private static Item item(JsonNode node) {
        var answers = new LinkedHashMap<String, String>();
        node.path("answers")
                .properties()
                .forEach(it -> answers.put(it.getKey(), it.getValue().asString("")));
        var before = node.path("depends_on").asString("");
        return new Item(
                UUID.fromString(node.path("id").asString("")),
                UUID.fromString(node.path("item").asString("")),
                node.path("condition").asString(""),
                node.path("quantity").asLong(1),
                before.isEmpty() ? null : UUID.fromString(before),
                answers);
    }

    String text() {
        var array = MAPPER.createArrayNode();
        for (var item : list) {
            var node = array.addObject()
                    .put("id", item.id().toString())
                    .put("item", item.item().toString())
                    .put("condition", item.condition())
                    .put("quantity", item.quantity());
            if (item.dependsOn() != null) {
                node.put("depends_on", item.dependsOn().toString());
            }
            var answers = node.putObject("answers");
            item.answers().forEach(answers::put);
        }
        return array.toString();
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    Optional<Item> find(UUID id) {
        return list.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// Where it stands among them; after all others where it is none of them.
    int place(UUID id) {
        return IntStream.range(0, list.size())
                .filter(it -> list.get(it).id().equals(id))
                .findFirst()
                .orElse(list.size());
    }
}
