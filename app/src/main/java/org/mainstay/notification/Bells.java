package org.mainstay.notification;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Committed;
import org.mainstay.web.OpenPages;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/// Wakes the open pages of persons for whom news came, on whichever node it was made. However many pages are
/// open, a commit costs one look at the newest notifications.
final class Bells {

    private final NotificationQueries queries;
    private final OpenPages<UUID> pages = new OpenPages<>("bells");
    private @Nullable Long last;

    Bells(NotificationQueries queries) {
        this.queries = queries;
    }

    /// A page of the person.
    ///
    /// @return empty where too many pages are open already
    Optional<OpenPages<UUID>.Page> of(UUID person) {
        return pages.open(person, person);
    }

    /// Tells the person's open pages what is there already; what comes from then on is told by itself.
    void tell(UUID person) {
        begin();
        pages.tell(person, queries.newest(person));
    }

    private synchronized long begin() {
        if (last == null) {
            last = queries.newest();
        }
        return last;
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

    private synchronized void read() {
        var came = queries.since(begin());
        while (!came.isEmpty()) {
            last = came.getLast().seq();
            came.forEach(it -> pages.tell(it.person(), it.seq()));
            came = queries.since(last);
        }
    }
}
