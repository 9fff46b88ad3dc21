package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.record.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a draft changes, as values to write and as history keeps it.
final class Changes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Changes() {}

    /// The values that differ from before; a record being created differs in everything it sets.
    static Values differing(Draft draft) {
        var differing = new Values();
        draft.values().all().forEach((attribute, value) -> {
            if (!Objects.equals(value, draft.old(attribute))) {
                differing.put(attribute, value);
            }
        });
        return differing;
    }

    /// `{"state":["new","resolved"]}` of the recorded attributes among the differing ones.
    static ObjectNode history(Draft draft, Values differing) {
        var changes = NODES.objectNode();
        differing.all().forEach((attribute, value) -> {
            if (attribute.recorded()) {
                changes.putArray(attribute.code())
                        .add(json(attribute, draft.old(attribute)))
                        .add(json(attribute, value));
            }
        });
        return changes;
    }

    static @Nullable ObjectNode reasons(Map<String, Draft.Reason> reasons) {
        if (reasons.isEmpty()) {
            return null;
        }
        var node = NODES.objectNode();
        reasons.forEach((code, reason) -> {
            var one = node.putObject(code).put("key", reason.rule().key());
            var arguments = one.putArray("arguments");
            reason.rule().arguments().forEach(it -> arguments.add(it.toString()));
            if (reason.record() != null) {
                one.put("record", reason.record().toString());
            }
        });
        return node;
    }

    /// The folded searched texts after the draft, a line each; null when none of them changes.
    static @Nullable String folded(RecordType<?> type, Draft draft, Values differing) {
        var searched = searched(type);
        if (searched.isEmpty() || (!draft.created() && searched.stream().noneMatch(differing::sets))) {
            return null;
        }
        var texts = new ArrayList<@Nullable String>();
        searched.forEach(it -> texts.add((String) draft.get(it)));
        return folded(texts);
    }

    static String folded(List<@Nullable String> texts) {
        return texts.stream().filter(Objects::nonNull).map(Texts::fold).collect(Collectors.joining("\n"));
    }

    /// The attributes of free-text search: the number and whatever is marked.
    static List<Attribute<?>> searched(RecordType<?> type) {
        var searched = new ArrayList<Attribute<?>>();
        for (Attribute<?> attribute : type.attributes()) {
            if (attribute.has(Trait.SEARCHED)
                    && (attribute.kind() instanceof Kind.Text || attribute.kind() instanceof Kind.Prose)) {
                searched.add(attribute);
            }
        }
        return searched;
    }

    @SuppressWarnings("unchecked") // the value was set under its attribute
    static <T> JsonNode json(Attribute<T> attribute, @Nullable Object value) {
        return value == null ? NODES.nullNode() : attribute.kind().json((T) value);
    }

    @SuppressWarnings("unchecked") // the value was set under its attribute
    static <T> JsonNode stored(Attribute<T> attribute, Object value) {
        return attribute.kind().stored((T) value);
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }
}
