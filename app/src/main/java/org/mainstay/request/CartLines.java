package org.mainstay.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// What the lines of a cart come to by what is offered and asked today, which may have changed since they were added.
final class CartLines {

    static final Cost NOTHING = new Cost(null, null, null);

    private final ItemForms forms;

    CartLines(ItemForms forms) {
        this.forms = forms;
    }

    /// @param cost of one
    record Standing(Cost cost, ItemForms.Read read) {}

    /// By line; without those of which nothing is offered.
    ///
    /// @param versions by item, what is offered of it
    Map<UUID, Standing> of(Actor actor, Cart cart, Map<UUID, Snapshot> versions) {
        var standings = new HashMap<UUID, Standing>();
        var reading = forms.reading(actor, versions.values());
        for (var line : cart.lines()) {
            var version = versions.get(line.item());
            if (version != null) {
                var people = line.people().isEmpty() ? List.of(actor.id()) : line.people();
                var read = reading.read(version, people, ItemForms.json(line.answers()));
                standings.put(line.id(), new Standing(Cost.of(version, read.answers()), read));
            }
        }
        return standings;
    }

    /// Of everything that is to be ordered now.
    static Prices prices(Cart cart, Map<UUID, Standing> standings) {
        var prices = new Prices();
        cart.now().forEach(it -> {
            var standing = standings.get(it.id());
            if (standing != null) {
                prices.add(standing.cost(), it.pieces());
            }
        });
        return prices;
    }
}
