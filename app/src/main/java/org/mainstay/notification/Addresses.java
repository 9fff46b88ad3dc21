package org.mainstay.notification;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Hrefs;
import org.springframework.web.util.UriUtils;

/// Where somebody looks at a record, and at which record they look.
final class Addresses {

    private static final Pattern PAGE = Pattern.compile("(?:[a-z]+://[^/]*)?(/[^?#]+)/([^/?#]+)(?:[?#].*)?");

    private final RecordStore store;
    private final RecordTypes types;
    private final Concerns concerns;
    private final Map<String, FollowedAt> followed;

    Addresses(RecordStore store, RecordTypes types, Concerns concerns, Collection<FollowedAt> followed) {
        this.store = store;
        this.types = types;
        this.concerns = concerns;
        this.followed = followed.stream().collect(Collectors.toMap(FollowedAt::type, it -> it));
    }

    /// The record's page for the actor.
    ///
    /// @param record with its organisation and its reporters
    String of(Snapshot record, Actor actor) {
        var following = followed.get(record.type().code());
        var path = following != null && asked(record, actor) && !Histories.works(actor, record)
                ? following.path()
                : "/" + record.type().collection();
        return path + "/" + Hrefs.encoded(record.number());
    }

    private boolean asked(Snapshot record, Actor actor) {
        return concerns.of(record.type().code()).reporters().stream()
                .anyMatch(it -> actor.id().equals(record.get(it)));
    }

    /// The record whose page an address is, by whatever the record is called there.
    Optional<Snapshot> record(String address, Actor actor) {
        var page = PAGE.matcher(address);
        if (!page.matches()) {
            return Optional.empty();
        }
        try {
            var key = UriUtils.decode(page.group(2), StandardCharsets.UTF_8);
            return type(page.group(1)).flatMap(it -> store.find(actor, it, key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<RecordType<?>> type(String path) {
        return followed.values().stream()
                .filter(it -> it.path().equals(path))
                .<RecordType<?>>map(it -> types.need(it.type()))
                .findFirst()
                .or(() -> types.byCollection(path.substring(1)).map(it -> it.type()));
    }
}
