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
    record Step(
            String title,
            @Nullable String titleDe,
            @Nullable UUID group,
            @Nullable String description) {}

    static Steps of(List<Snapshot> templates) {
        return new Steps(templates.stream()
                .map(it -> new Step(
                        it.need(CatalogTaskTemplateType.TITLE),
                        it.get(CatalogTaskTemplateType.TITLE_DE),
                        it.get(CatalogTaskTemplateType.GROUP),
                        it.get(CatalogTaskTemplateType.DESCRIPTION)))
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
        var group = text(node, "group");
        return new Step(
                node.get("title").stringValue(),
                text(node, "title_de"),
                group == null ? null : UUID.fromString(group),
                text(node, "description"));
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
        node.put("title", step.title());
        if (step.titleDe() != null) {
            node.put("title_de", step.titleDe());
        }
        if (step.group() != null) {
            node.put("group", step.group().toString());
        }
        if (step.description() != null) {
            node.put("description", step.description());
        }
    }
}
