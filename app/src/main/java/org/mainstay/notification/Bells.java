package org.mainstay.notification;

import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.history.Committed;
import org.mainstay.web.OpenPages;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/// Wakes the open pages of persons for whom news came, on whichever node it was made. However many pages are
/// open, a commit costs one look at the newest notifications.
final class Bells {

    private final NotificationQueries queries;
    private final OpenPages<UUID> pages = new OpenPages<>("bells");
    private long last;

    Bells(NotificationQueries queries) {
        this.queries = queries;
    }

    /// A page of the person.
    ///
    /// @return empty where too many pages are open already
    Optional<OpenPages<UUID>.Page> of(UUID person) {
        var bell = pages.open(person, person);
        bell.ifPresent(_ -> pages.tell(person, queries.newest(person)));
        return bell;
    }

    @EventListener
    void on(ContextClosedEvent stopping) {
        pages.end();
    }

    /// Returns at once, because who says it wakes others, too.
    @EventListener
    void on(Committed committed) {
        pages.look(this::read);
    }

    private void read() {
        var came = queries.since(last);
        while (!came.isEmpty()) {
            last = came.getLast().seq();
            came.forEach(it -> pages.tell(it.person(), it.seq()));
            came = queries.since(last);
        }
    }
}
