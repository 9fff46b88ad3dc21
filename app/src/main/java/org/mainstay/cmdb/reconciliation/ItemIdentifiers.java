package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Follower;

/// Keeps the identifiers of items in step with the attributes that hold them, whoever writes these. A serial number
/// that another active item of the organisation and family has is refused; other identifiers stay with whom they are.
final class ItemIdentifiers implements Follower {

    private final ReconciliationRules rules;

    ItemIdentifiers(ReconciliationRules rules) {
        this.rules = rules;
    }

    @Override
    public String type() {
        return ConfigurationItemType.CONFIGURATION_ITEM.code();
    }

    @Override
    public List<RowCountQuery> follow(List<Change> changes, Cause cause) {
        var identification = rules.identification();
        var statements = new ArrayList<RowCountQuery>();
        var given = new ArrayList<KnownItems.Held>();
        var families = new HashMap<UUID, String>();
        var arisen = new ArrayList<UUID>();
        var retired = new ArrayList<UUID>();
        for (var change : changes) {
            var before = claims(change.before(), identification);
            var after = claims(change.after(), identification);
            var gone = new LinkedHashSet<>(before);
            gone.removeAll(after);
            if (!gone.isEmpty() && change.after() != null) {
                statements.add(IdentifierStatements.release(change.id(), gone));
            }
            if (change.before() != null && !Objects.equals(family(change.before()), family(change.after()))) {
                families.put(change.id(), family(Objects.requireNonNullElse(change.after(), change.before())));
            }
            boolean is = active(change.after());
            if (change.before() == null ? change.after() != null : active(change.before()) != is) {
                (is ? arisen : retired).add(change.id());
            }
            after.removeAll(before);
            after.forEach(it -> given.add(new KnownItems.Held(it, change.id(), is)));
        }
        if (!arisen.isEmpty()) {
            statements.add(IdentifierStatements.activate(arisen, true));
        }
        if (!retired.isEmpty()) {
            statements.add(IdentifierStatements.activate(retired, false));
        }
        families.forEach((item, family) -> statements.add(IdentifierStatements.move(item, family)));
        if (!given.isEmpty()) {
            statements.add(IdentifierStatements.claim(given, cause.kind() == Cause.Sort.DISCOVERY));
        }
        return statements;
    }

    private String family(@Nullable Snapshot item) {
        return item == null
                ? ""
                : rules.identification()
                        .of(item.need(ConfigurationItemType.CLASS))
                        .family();
    }

    private static boolean active(@Nullable Snapshot item) {
        return item != null && item.need(ConfigurationItemType.STATUS) != Status.RETIRED;
    }

    private static Set<Claim> claims(@Nullable Snapshot item, IdentificationRules rules) {
        var claims = new LinkedHashSet<Claim>();
        if (item == null) {
            return claims;
        }
        var order = rules.of(item.need(ConfigurationItemType.CLASS));
        Identifier.HELD.forEach((attribute, kind) -> {
            var value = item.values().get(attribute);
            if (value != null && order.kinds().contains(kind)) {
                var scope = kind.equals(Identifier.SERIAL) ? item.get(ConfigurationItemType.MANUFACTURER) : null;
                Identifier.of(kind, value.toString(), scope)
                        .filter(it -> !it.weak())
                        .ifPresent(
                                it -> claims.add(Claim.of(item.organisation(), order.family(), it, Claim.EVERYWHERE)));
            }
        });
        return claims;
    }
}
