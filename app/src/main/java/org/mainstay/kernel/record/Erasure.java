package org.mainstay.kernel.record;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Takes what the attributes held before out of the record's history, for good; the plan that carries it sets
/// what they hold from now on.
///
/// @param attributes their codes
public record Erasure(List<String> attributes) implements PlanPart {

    /// Of everything that is personal about records of the type.
    public static Erasure ofPersonal(RecordType<?> type) {
        return new Erasure(type.attributes().stream()
                .filter(it -> it.has(Attribute.Trait.PERSONAL))
                .map(Attribute::code)
                .toList());
    }

    @Override
    public String kind() {
        return "erase";
    }

    @Override
    public JsonNode changes() {
        var changes = JsonNodeFactory.instance.objectNode();
        var erased = changes.putArray("erased");
        attributes.forEach(erased::add);
        return changes;
    }
}
