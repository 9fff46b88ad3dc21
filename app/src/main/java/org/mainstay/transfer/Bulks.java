package org.mainstay.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Count;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.rest.Asked;

/// Orders to do the same to many records: which they are is settled when the order is given, and what can
/// be wrong whatever the record is said at once.
final class Bulks {

    /// So many records at once.
    static final int MOST = 10_000;

    private static final int TOGETHER = 500;
    private static final int LONGEST = 80;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Kind.Prose PROSE = new Kind.Prose();

    private final RecordStore store;
    private final Acts acts;
    private final Asked asked;
    private final Blobs blobs;
    private final Clock clock;

    Bulks(RecordStore store, Acts acts, Asked asked, Blobs blobs, Clock clock) {
        this.store = store;
        this.acts = acts;
        this.asked = asked;
        this.blobs = blobs;
        this.clock = clock;
    }

    /// The records that these ids and numbers name, each once, in the order given. What the actor does not
    /// see is as what is not there.
    List<Chosen> named(Actor actor, RecordTypes.Collection of, Collection<String> keys) {
        var wanted = new LinkedHashSet<String>();
        keys.forEach(it -> wanted.add(key(it, of)));
        var found = new HashMap<String, Snapshot>();
        var own = asked.filter(of, "", new FilterContext(actor, clock.instant()));
        var list = new ArrayList<>(wanted);
        for (int first = 0; first < list.size(); first += TOGETHER) {
            var some = list.subList(first, Math.min(first + TOGETHER, list.size()));
            var ids = some.stream().filter(Bulks::id).map(UUID::fromString).toList();
            var numbers = some.stream().filter(it -> !id(it) && !it.isEmpty()).toArray();
            var which = Filter.all(own, Filter.any(new Filter.Identity(ids), Filter.is(Header.NUMBER, numbers)));
            var query = new Query(which, null, List.of(Header.NUMBER), Query.MOST, null);
            store.list(actor, of.type(), query).items().forEach(it -> {
                found.put(it.id().toString(), it);
                found.put(it.number(), it);
            });
        }
        var chosen = new LinkedHashSet<Chosen>();
        for (var key : list) {
            var record = found.get(key);
            chosen.add(record == null ? new Chosen(null, key) : new Chosen(record.id(), record.number()));
        }
        return List.copyOf(chosen);
    }

    private static boolean id(String key) {
        return ID.matcher(key).matches();
    }

    private static String key(String given, RecordTypes.Collection of) {
        var plain = given.strip().replaceAll("\\p{Cntrl}", " ");
        var key = CsvRows.storable(plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain);
        if (id(key)) {
            return key.toLowerCase(Locale.ROOT);
        }
        return of.type().prefix() == null ? key : key.toUpperCase(Locale.ROOT);
    }

    /// The records that match now, one more than may be at most.
    ///
    /// @throws Asked.BadFilter when the filter does not parse
    List<Chosen> matching(Actor actor, RecordTypes.Collection of, String filter) {
        var which = asked.filter(of, filter, new FilterContext(actor, clock.instant()));
        var chosen = new ArrayList<Chosen>();
        var query = new Query(which, null, List.of(Header.NUMBER), Query.MOST, null);
        while (true) {
            var page = store.list(actor, of.type(), query);
            page.items().forEach(it -> chosen.add(new Chosen(it.id(), it.number())));
            if (page.next() == null || chosen.size() > MOST) {
                return chosen;
            }
            query = query.after(page.next());
        }
    }

    /// The first records that match, and how many there are.
    ///
    /// @throws Asked.BadFilter when the filter does not parse
    Some some(Actor actor, RecordTypes.Collection of, String filter, int limit) {
        var which = asked.filter(of, filter, new FilterContext(actor, clock.instant()));
        var query = new Query(which, null, List.of(Header.NUMBER), limit, null);
        return new Some(
                store.list(actor, of.type(), query).items().stream()
                        .map(it -> new Chosen(it.id(), it.number()))
                        .toList(),
                store.count(actor, of.type(), which));
    }

    record Some(List<Chosen> first, Count all) {}

    /// What stands against the order, whatever the records. Problems of values are at `set` or `with`.
    List<Problem> problems(Actor actor, RecordTypes.Collection of, BulkOrder order, List<Chosen> records) {
        var problems = new ArrayList<Problem>();
        var which = order.filter().isEmpty() ? "records" : "filter";
        if (records.isEmpty()) {
            problems.add(problem(which, "transfer.bulk.no_records"));
        } else if (records.size() > MOST) {
            problems.add(problem(which, "transfer.bulk.too_many", MOST));
        }
        if (order.asksNothing()) {
            problems.add(problem("", "transfer.bulk.nothing_to_do"));
        }
        if (!order.comment().isEmpty()) {
            try {
                PROSE.parse(order.comment());
            } catch (BadValue e) {
                problems.add(new Problem("comment", e.reason()));
            }
        }
        var under = order.action().isEmpty() ? "set/" : "with/";
        acts.problems(actor, of.type(), order.bulk(Plan.newId()))
                .forEach(it -> problems.add(
                        it.attribute().isEmpty()
                                ? new Problem("action", it.reason())
                                : new Problem(under + it.attribute(), it.reason())));
        return problems;
    }

    private static Problem problem(String place, String key, Object... arguments) {
        return new Problem(place, Problem.of(key, arguments).reason());
    }

    /// Keeps which records they are.
    Blob kept(List<Chosen> records) {
        try {
            var lines = Chosen.written(records);
            return blobs.put(new ByteArrayInputStream(lines), lines.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Chosen> chosen(Job job) {
        var content = job.content();
        if (content == null) {
            return List.of();
        }
        try (var stream = blobs.open(content)) {
            return Chosen.read(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
