package org.mainstay.rest;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// The record an address names, as the actor sees it.
final class Found {

    private static final int LONGEST = 200;
    private static final Pattern VERSION = Pattern.compile("\\s*(?:W/)?\"?(\\d{1,18})\"?\\s*");

    private final RecordTypes types;
    private final RecordStore store;

    Found(RecordTypes types, RecordStore store) {
        this.types = types;
        this.store = store;
    }

    /// @throws NoSuchRecord where there is none for this actor
    Snapshot record(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchRecord::new);
        if (!possible(key)) {
            throw new NoSuchRecord();
        }
        return store.find(actor, of.type(), key).orElseThrow(NoSuchRecord::new);
    }

    /// The record as it was; one that was deleted later is found.
    ///
    /// @throws NoSuchRecord where there was none that this actor may see
    Snapshot record(Actor actor, String collection, String key, Instant then) {
        var of = types.byCollection(collection).orElseThrow(NoSuchRecord::new);
        if (!possible(key)) {
            throw new NoSuchRecord();
        }
        return store.findAsOf(actor, of.type(), key, then).orElseThrow(NoSuchRecord::new);
    }

    private static boolean possible(String key) {
        return key.length() <= LONGEST && key.chars().noneMatch(Character::isISOControl);
    }

    /// The version that an `If-Match` asks for: the record's own where the header lists it, null without
    /// one or for `*`.
    static @Nullable Long version(Snapshot record, @Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Long asked = null;
        for (String tag : ifMatch.split(",")) {
            var matcher = VERSION.matcher(tag);
            if (!matcher.matches()) {
                throw new Body.Unreadable(400, Message.of("rest.bad_version"));
            }
            var version = Long.valueOf(matcher.group(1));
            if (asked == null || version == record.version()) {
                asked = version;
            }
        }
        return asked;
    }
}
