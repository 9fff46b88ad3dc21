package org.mainstay.cmdb.reconciliation;

import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// What holds for sources of discovery, whoever writes them.
final class DiscoverySourceRules implements Rule {

    @Override
    public String type() {
        return DiscoverySourceType.DISCOVERY_SOURCE.code();
    }

    /// Whoever lives on a machine knows it better than who looks at it from outside.
    @Override
    public void apply(Draft draft) {
        var kind = draft.get(DiscoverySourceType.KIND);
        if (draft.created() && kind != null && draft.get(DiscoverySourceType.RANK) == null) {
            draft.set(
                    DiscoverySourceType.RANK,
                    switch (kind) {
                        case INVENTORY -> 100L;
                        case API -> 200L;
                        case FILE -> 300L;
                        case SCAN -> 400L;
                    });
        }
    }
}
