package org.mainstay.cmdb.reconciliation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.kernel.text.Messages;

/// Says in sentences how an item was told from others.
public final class Explanations {

    private final ReconciliationQueries queries;
    private final Messages messages;

    Explanations(ReconciliationQueries queries, Messages messages) {
        this.queries = queries;
        this.messages = messages;
    }

    /// The numbers of all items that the explanations name.
    public Map<UUID, String> numbers(Collection<Taken> taken) {
        var items = new HashSet<UUID>();
        for (var one : taken) {
            for (var step : one.steps()) {
                if (step.item() != null) {
                    items.add(step.item());
                }
            }
        }
        return items.isEmpty() ? Map.of() : queries.numbers(items);
    }

    public List<String> steps(Taken taken, Map<UUID, String> numbers, Locale reader) {
        return taken.steps().stream().map(it -> step(it, numbers, reader)).toList();
    }

    private String step(Identification.Step step, Map<UUID, String> numbers, Locale reader) {
        var claim = step.claim();
        var kind = kind(claim.kind(), reader);
        boolean inParent = claim.kind().equals(Identifier.NAME_IN_PARENT);
        var value = claim.scope().isEmpty() || inParent ? claim.value() : claim.value() + " (" + claim.scope() + ")";
        var number = step.item() == null
                ? ""
                : numbers.getOrDefault(step.item(), messages.say(reader, "reconciliation.step.new_item"));
        var against = step.contradicted() == null ? "" : kind(step.contradicted(), reader);
        return messages.say(
                reader,
                "reconciliation.step." + step.outcome().name().toLowerCase(Locale.ROOT),
                kind,
                value,
                number,
                against);
    }

    private String kind(String kind, Locale reader) {
        var name = messages.find("reconciliation.identifier." + kind, reader);
        return name == null ? kind : name;
    }
}
