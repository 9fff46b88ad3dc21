package org.mainstay.kernel.record;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// JSON forms of values, and readers that refuse what does not fit.
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MANY = 1_000;

    private Json() {}

    static JsonNode text(String value) {
        return NODES.stringNode(value);
    }

    static JsonNode number(long value) {
        return NODES.numberNode(value);
    }

    static JsonNode number(BigDecimal value) {
        return NODES.numberNode(value);
    }

    static JsonNode bool(boolean value) {
        return NODES.booleanNode(value);
    }

    static JsonNode object(String firstName, String first, String secondName, String second) {
        return NODES.objectNode().put(firstName, first).put(secondName, second);
    }

    /// The amount as a native number, so that the database compares it without a cast of text.
    static JsonNode money(Money value) {
        return NODES.objectNode()
                .put("amount", value.amount())
                .put("currency", value.currency().getCurrencyCode());
    }

    static JsonNode ids(Collection<UUID> value) {
        var array = NODES.arrayNode();
        value.stream().map(UUID::toString).sorted().forEach(array::add);
        return array;
    }

    static String needText(JsonNode node) {
        if (!node.isString()) {
            throw new BadValue("kernel.value.not_text");
        }
        return node.stringValue();
    }

    static long needWhole(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new BadValue("kernel.value.not_whole", Numbers.clip(node.toString()));
        }
        return node.longValue();
    }

    static String needNumber(JsonNode node) {
        if (node.isNumber()) {
            return node.asString();
        }
        return needText(node);
    }

    static boolean needBoolean(JsonNode node) {
        if (!node.isBoolean()) {
            throw new BadValue("kernel.value.not_yes_no", Numbers.clip(node.toString()));
        }
        return node.booleanValue();
    }

    static Money needMoney(JsonNode node) {
        var amount = node.get("amount");
        var currency = node.get("currency");
        if (!node.isObject() || amount == null || currency == null || node.size() != 2) {
            throw new BadValue("kernel.value.not_money", Numbers.clip(node.toString()));
        }
        return Money.of(needNumber(amount), needText(currency));
    }

    static Set<UUID> needIds(JsonNode node) {
        if (!node.isArray() || node.size() > MANY) {
            throw new BadValue("kernel.value.not_a_list", MANY);
        }
        var ids = new LinkedHashSet<UUID>();
        node.forEach(it -> ids.add(Texts.id(needText(it))));
        return ids;
    }
}
