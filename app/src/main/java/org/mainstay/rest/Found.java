package org.mainstay.rest;

import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// The record an address names, as the actor sees it.
final class Found {

    private static final int LONGEST = 200;

    private final RecordTypes types;
    private final RecordStore store;

    Found(RecordTypes types, RecordStore store) {
        this.types = types;
        this.store = store;
    }

    /// @throws NoSuchRecord where there is none for this actor
    Snapshot record(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchRecord::new);
        if (key.length() > LONGEST || key.indexOf('\0') >= 0) {
            throw new NoSuchRecord();
        }
        return store.find(actor, of.type(), key).orElseThrow(NoSuchRecord::new);
    }

    /// The version that an `If-Match` names; null without one or for `*`.
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new BadQuery("if-match", "rest.bad_version");
        }
    }
}
