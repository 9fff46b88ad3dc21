package org.mainstay.cmdb.reconciliation;

import java.util.UUID;
import org.mainstay.cmdb.discovery.Identifier;

/// An identifier as items hold it: of the active items of one organisation and family, one at most.
///
/// @param organisation whose items they are; those of others are neither known nor in the way
/// @param family as [IdentificationRules.Order#family]
/// @param scope as [Identifier#scope], empty for none
/// @param within the source in which it holds, else [#EVERYWHERE]
record Claim(UUID organisation, String family, String kind, String value, String scope, UUID within) {

    static final UUID EVERYWHERE = new UUID(0, 0);

    static Claim of(UUID organisation, String family, Identifier it, UUID source) {
        return new Claim(
                organisation,
                family,
                it.kind(),
                it.value(),
                it.scope() == null ? "" : it.scope(),
                it.weak() ? source : EVERYWHERE);
    }

    Claim valued(String other) {
        return new Claim(organisation, family, kind, other, scope, within);
    }

    /// Whether somebody else's identifier may be the same: a serial whose manufacturer nobody said fits any.
    boolean fits(Claim other) {
        return organisation.equals(other.organisation)
                && family.equals(other.family)
                && kind.equals(other.kind)
                && value.equals(other.value)
                && within.equals(other.within)
                && (scope.equals(other.scope)
                        || (kind.equals(Identifier.SERIAL) && (scope.isEmpty() || other.scope.isEmpty())));
    }
}
