package org.mainstay.cmdb.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Turns what sources say into values of the attributes that items of a class have.
public final class ObservedValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> DECIDED_HERE = Set.of(
            ConfigurationItemType.CLASS.code(),
            ConfigurationItemType.VALID_FROM.code(),
            ConfigurationItemType.VALID_TO.code(),
            Header.ORGANISATION.code());

    private final References references;
    private final Picks picks;

    ObservedValues(References references, Picks picks) {
        this.references = references;
        this.picks = picks;
    }

    /// @param values in the JSON form of their kinds, by attribute
    /// @param problems with the code of the attribute each
    record Read(Map<String, JsonNode> values, List<Problem> problems) {}

    Read read(Actor actor, RecordType<?> type, String itemClass, Map<String, Object> said) {
        var values = new LinkedHashMap<String, JsonNode>();
        var problems = new ArrayList<Problem>();
        said.forEach((code, value) -> {
            var attribute = attribute(type, itemClass, code);
            if (attribute.isEmpty()) {
                problems.add(new Problem(code, Message.of("reconciliation.no_attribute", code, itemClass)));
                return;
            }
            try {
                values.put(code, value(actor, attribute.get(), value));
            } catch (BadValue e) {
                problems.add(new Problem(code, e.reason()));
            }
        });
        return new Read(values, problems);
    }

    /// The attribute, if sources may say something of it for items of the class.
    public static Optional<Attribute<?>> attribute(RecordType<?> type, String itemClass, String code) {
        return type.attribute(code)
                .filter(it -> it.recorded() && !it.has(Trait.READ_ONLY) && !DECIDED_HERE.contains(code))
                .filter(it -> it.applies(_ -> itemClass));
    }

    private JsonNode value(Actor actor, Attribute<?> attribute, Object said) {
        var node = node(said);
        return switch (attribute.kind()) {
            case Kind.Reference(var type) ->
                NODES.stringNode(reference(actor, type, said).toString());
            case Kind.TreePick(var type) ->
                NODES.stringNode(reference(actor, type, said).toString());
            case Kind.Pick(var list) -> {
                var code = String.valueOf(said);
                if (!picks.has(list, code)) {
                    throw new BadValue("kernel.save.unknown_pick", code);
                }
                yield node;
            }
            default -> normal(attribute.kind(), node);
        };
    }

    private static <T> JsonNode normal(Kind<T> kind, JsonNode node) {
        return kind.json(kind.fromJson(node));
    }

    private UUID reference(Actor actor, String type, Object said) {
        var found = references.find(actor, type, String.valueOf(said));
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? new BadValue("kernel.save.no_such_record", String.valueOf(said))
                    : new BadValue("kernel.save.ambiguous", String.valueOf(said), found.size());
        }
        return found.getFirst();
    }

    private static JsonNode node(Object said) {
        return switch (said) {
            case Long number -> NODES.numberNode(number);
            case Boolean yes -> NODES.booleanNode(yes);
            case BigDecimal number -> NODES.numberNode(number);
            default -> NODES.stringNode(said.toString());
        };
    }
}
