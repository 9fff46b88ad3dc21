package org.mainstay.cmdb.reconciliation;

import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;

/// The source that a page is about.
public final class PageSources {

    private PageSources() {}

    /// @param key id or number
    public static DiscoverySource seen(RecordStore store, Actor actor, String key) {
        return store.find(actor, DiscoverySourceType.DISCOVERY_SOURCE, key)
                .map(DiscoverySource::of)
                .orElseThrow(NoSuchPage::new);
    }

    /// The same for whoever keeps it.
    public static DiscoverySource kept(RecordStore store, Actor actor, String key) {
        var source = seen(store, actor, key);
        if (ItemOrganisations.manages(actor, source.organisation()) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        return source;
    }
}
