package org.mainstay.request;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The tasks that an order makes, in their order, as a version keeps them.
record Steps(List<Step> list) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// @param group empty for the item's own
    /// @param noReturn whether who ordered does not cancel any more once somebody has begun with it
    /// @param undone how it is undone where the item is cancelled after it; empty where nothing has to be
    record Step(
            String title,
            @Nullable String titleDe,
            @Nullable UUID group,
            @Nullable String description,
            boolean noReturn,
            @Nullable Undone undone) {}

    /// @param group empty for that of the task
    record Undone(
            String title,
            @Nullable String titleDe,
            @Nullable UUID group) {

        private static @Nullable Undone of(Snapshot template) {
            var title = template.get(CatalogTaskTemplateType.COMPENSATION);
            return title == null
                    ? null
                    : new Undone(
                            title,
                            template.get(CatalogTaskTemplateType.COMPENSATION_DE),
                            template.get(CatalogTaskTemplateType.COMPENSATION_GROUP));
        }

        private static @Nullable Undone read(@Nullable JsonNode node) {
            return node == null || !node.isObject()
                    ? null
                    : new Undone(node.get("title").stringValue(), text(node, "title_de"), id(node, "group"));
        }
    }

    static Steps of(List<Snapshot> templates) {
        return new Steps(templates.stream()
                .map(it -> new Step(
                        it.need(CatalogTaskTemplateType.TITLE),
                        it.get(CatalogTaskTemplateType.TITLE_DE),
                        it.get(CatalogTaskTemplateType.GROUP),
                        it.get(CatalogTaskTemplateType.DESCRIPTION),
                        it.need(CatalogTaskTemplateType.NO_RETURN),
                        Undone.of(it)))
                .toList());
    }

    /// What cannot be read is no step: the text may have come from a file.
    static Steps read(@Nullable String text) {
        var steps = new ArrayList<Step>();
        if (text != null) {
            try {
                MAPPER.readTree(text).forEach(it -> steps.add(step(it)));
            } catch (RuntimeException e) {
                return new Steps(List.of());
            }
        }
        return new Steps(List.copyOf(steps));
    }

    private static Step step(JsonNode node) {
        return new Step(
                node.get("title").stringValue(),
                text(node, "title_de"),
                id(node, "group"),
                text(node, "description"),
                node.path("no_return").asBoolean(false),
                Undone.read(node.get("undone")));
    }

    private static @Nullable UUID id(JsonNode node, String name) {
        var text = text(node, name);
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable String text(JsonNode node, String name) {
        var value = node.get(name);
        return value == null || value.isNull() ? null : value.stringValue();
    }

    /// Null where there are none.
    @Nullable
    String text() {
        if (list.isEmpty()) {
            return null;
        }
        var array = MAPPER.createArrayNode();
        list.forEach(it -> put(array.addObject(), it));
        return array.toString();
    }

    private static void put(ObjectNode node, Step step) {
        put(node, step.title(), step.titleDe(), step.group());
        if (step.description() != null) {
            node.put("description", step.description());
        }
        if (step.noReturn()) {
            node.put("no_return", true);
        }
        var undone = step.undone();
        if (undone != null) {
            put(node.putObject("undone"), undone.title(), undone.titleDe(), undone.group());
        }
    }

    private static void put(ObjectNode node, String title, @Nullable String titleDe, @Nullable UUID group) {
        node.put("title", title);
        if (titleDe != null) {
            node.put("title_de", titleDe);
        }
        if (group != null) {
            node.put("group", group.toString());
        }
    }
}
