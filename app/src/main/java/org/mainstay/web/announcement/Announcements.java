package org.mainstay.web.announcement;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;

/// The announcements of this node, for the pages of those they are for.
public final class Announcements {

    /// More than a page can bear.
    private static final int MOST = 5;

    private final LiveView<List<Announcement>> all;
    private final Clock clock;

    Announcements(LiveViews views, Clock clock) {
        this.all = views.of(
                List.of(AnnouncementType.ANNOUNCEMENT),
                () -> views.records(AnnouncementType.ANNOUNCEMENT).stream()
                        .map(Announcement::of)
                        .sorted(Comparator.comparing(
                                        (Announcement it) -> !it.kind().equals("warning"))
                                .thenComparing(Announcement::key))
                        .toList());
        this.clock = clock;
    }

    /// As a page shows it.
    ///
    /// @param key tells it and this wording of it from any other
    /// @param kind `info` or `warning`
    public record Banner(String key, String kind, String text) {}

    private record Announcement(
            String key,
            String kind,
            String text,
            @Nullable String german,
            @Nullable Instant starts,
            @Nullable Instant ends,
            @Nullable UUID organisation,
            @Nullable UUID group) {

        static Announcement of(Snapshot it) {
            return new Announcement(
                    it.number() + "." + it.version(),
                    Codes.of(it.need(AnnouncementType.KIND)),
                    it.need(AnnouncementType.TEXT),
                    it.get(AnnouncementType.TEXT_DE),
                    it.get(AnnouncementType.STARTS_AT),
                    it.get(AnnouncementType.ENDS_AT),
                    it.get(AnnouncementType.FOR_ORGANISATION),
                    it.get(AnnouncementType.FOR_GROUP));
        }

        boolean holds(Instant now) {
            return (starts == null || !starts.isAfter(now)) && (ends == null || ends.isAfter(now));
        }

        boolean concerns(Actor actor) {
            return (organisation == null || organisation.equals(actor.organisation()))
                    && (group == null || actor.groups().contains(group));
        }

        Banner banner(Locale locale) {
            boolean inGerman = german != null && locale.getLanguage().equals("de");
            return new Banner(key, kind, inGerman ? String.valueOf(german) : text);
        }
    }

    /// What holds now for the actor, warnings first.
    ///
    /// @param dismissed keys of those that they do not want to see again
    public List<Banner> of(Actor actor, Locale locale, Set<String> dismissed) {
        var known = all.get();
        if (known.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        return known.stream()
                .filter(it -> it.holds(now) && it.concerns(actor) && !dismissed.contains(it.key()))
                .limit(MOST)
                .map(it -> it.banner(locale))
                .toList();
    }
}
