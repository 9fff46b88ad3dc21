package org.mainstay.cmdb.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.cmdb.drift.DriftLine.Standing;
import org.mainstay.kernel.record.Plan;
import tools.jackson.databind.JsonNode;

/// The drift of some items while a delivery is noted in it: what the source finds otherwise joins what it found before.
///
/// A value that is otherwise already stays one line, whichever source speaks. Anything else joins the drift that the
/// source found of the item within the last day, also where that had gone back to what it was; accepted drift is over.
final class DriftBook {

    /// So long nothing must have been found for further changes to be another drift.
    static final Duration QUIET = Duration.ofHours(24);

    private final UUID source;
    private final Instant at;
    private final Map<UUID, List<Page>> byItem = new HashMap<>();
    private final Map<Place, DriftLine> latest = new HashMap<>();
    private final Set<Page> touched = new LinkedHashSet<>();

    private record Place(UUID item, String key) {}

    /// @param at when the source saw what it tells
    DriftBook(UUID source, Instant at) {
        this.source = source;
        this.at = at;
    }

    /// A drift as it is kept.
    record Kept(
            UUID id, UUID item, @Nullable UUID source, State state, Instant firstSeen, Instant lastSeen, long times) {}

    /// One drift.
    static final class Page {

        final UUID id;
        final UUID item;
        final @Nullable Kept before;
        final Map<String, DriftLine> lines = new LinkedHashMap<>();
        final Set<String> moved = new LinkedHashSet<>();
        final Set<UUID> records = new LinkedHashSet<>();
        private final @Nullable UUID source;
        private Instant lastSeen;

        private Page(UUID id, UUID item, @Nullable UUID source, Instant lastSeen, @Nullable Kept before) {
            this.id = id;
            this.item = item;
            this.source = source;
            this.lastSeen = lastSeen;
            this.before = before;
        }

        private boolean open() {
            return before == null || before.state == State.OPEN;
        }

        Instant firstSeen() {
            return before == null ? lastSeen : before.firstSeen;
        }

        Instant lastSeen() {
            return lastSeen;
        }

        long times() {
            return before == null ? 1 : before.times + 1;
        }
    }

    void open(Kept kept) {
        var page = new Page(kept.id, kept.item, kept.source, kept.lastSeen, kept);
        byItem.computeIfAbsent(kept.item, _ -> new ArrayList<>()).add(page);
    }

    /// @param line of one of these drifts, or of another one lately
    void open(DriftLine line) {
        latest.merge(
                new Place(line.item(), line.key()), line, (a, b) -> b.lastAt().isAfter(a.lastAt()) ? b : a);
        byItem.getOrDefault(line.item(), List.of()).stream()
                .filter(it -> it.id.equals(line.drift()))
                .forEach(it -> it.lines.put(line.key(), line));
    }

    void note(Found found) {
        var place = new Place(found.item(), found.key());
        var page = page(found);
        var known = page.lines.get(found.key());
        var open = known != null && known.live() ? known : null;
        var before = open == null ? found.before() : open.before();
        var last = latest.get(place);
        var course = (last == null ? Course.NONE : last.course()).moved(at, found.before(), found.after());
        var line = new DriftLine(
                page.id,
                found.key(),
                found.item(),
                found.sort(),
                found.code(),
                found.other(),
                found.outward(),
                before,
                found.after(),
                source,
                open == null ? at : open.firstAt(),
                at,
                known == null ? 1 : known.times() + 1,
                standing(course, before, found),
                course);
        page.lines.put(found.key(), line);
        page.moved.add(found.key());
        page.records.add(found.record());
        page.lastSeen = at.isAfter(page.lastSeen) ? at : page.lastSeen;
        latest.put(place, line);
        touched.add(page);
    }

    private static Standing standing(Course course, JsonNode before, Found found) {
        if (course.flaps()) {
            return Standing.FLAPPING;
        }
        return DriftLine.same(before, found.after()) ? Standing.REVERSED : Standing.OPEN;
    }

    private Page page(Found found) {
        var pages = byItem.computeIfAbsent(found.item(), _ -> new ArrayList<>());
        var having = pages.stream()
                .filter(Page::open)
                .filter(it -> live(it, found.key()))
                .max(Comparator.comparing(Page::lastSeen));
        if (having.isPresent()) {
            return having.get();
        }
        var lately = pages.stream()
                .filter(it -> source.equals(it.source) && !at.isAfter(it.lastSeen.plus(QUIET)))
                .max(Comparator.comparing(Page::lastSeen));
        if (lately.isPresent()) {
            return lately.get();
        }
        var page = new Page(Plan.newId(), found.item(), source, at, null);
        pages.add(page);
        return page;
    }

    private static boolean live(Page page, String key) {
        var line = page.lines.get(key);
        return line != null && line.live();
    }

    /// Those in which something was noted.
    Collection<Page> touched() {
        return touched;
    }

    /// The lines that were noted.
    List<DriftLine> moved() {
        return touched.stream()
                .flatMap(page -> page.moved.stream().map(it -> Objects.requireNonNull(page.lines.get(it))))
                .toList();
    }
}
