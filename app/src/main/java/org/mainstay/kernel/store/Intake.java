package org.mainstay.kernel.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;

/// Records as files give them, created or changed through the one door: same kinds, rules, access,
/// history and feed as for a person at a form, but for two things. What only actions change may be given
/// for a new record, which is taken as it was elsewhere; and history marks the rows as imported.
public final class Intake {

    private static final int TRIES = 3;

    /// What is refused where a key is taken.
    private static final String KEYS = "type_source_key";

    private final RecordTypes types;
    private final Access access;
    private final SqlRecordStore store;
    private final Reader reader;
    private final References references;
    private final ExternalKeys keys;
    private final BulkDoor door;
    private final Clock clock;
    private final Transactions transactions;

    Intake(
            RecordTypes types,
            Access access,
            SqlRecordStore store,
            Reader reader,
            References references,
            ExternalKeys keys,
            BulkDoor door,
            Clock clock,
            Transactions transactions) {
        this.types = types;
        this.access = access;
        this.store = store;
        this.reader = reader;
        this.references = references;
        this.keys = keys;
        this.door = door;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// What holds for all records of a file.
    ///
    /// @param operation ties the history rows of the whole file together
    /// @param organisation of new records that name none; null for what rules make of it
    /// @param source of the file's keys, which references may use too; empty for none
    /// @param missing codes of the types of which records that are only named are created; others refuse
    /// @param dry whether nothing is written
    public record Terms(
            Actor actor,
            RecordType<?> type,
            Cause cause,
            UUID operation,
            @Nullable UUID organisation,
            String source,
            Set<String> missing,
            boolean dry) {}

    /// A record as a file gives it.
    ///
    /// @param number of the record that is meant; null where none is named
    /// @param key where it came from; finds it again the next time
    /// @param version of the record that was looked at before; a newer one is refused. Null takes any
    public record Given(
            @Nullable String number,
            Step.@Nullable ExternalKey key,
            Input values,
            @Nullable Long version) {

        public Given(@Nullable String number, Step.@Nullable ExternalKey key, Input values) {
            this(number, key, values, null);
        }
    }

    /// Begins with a file. What is found for names is remembered until its end.
    public Session begin(Terms terms) {
        return new Session(terms);
    }

    /// One file being taken in, by one thread.
    public final class Session {

        private final Terms terms;
        private final RecordType<?> type;
        private final NamedReferences named;
        private final NamedReferences namedAhead;
        private final InputReader input;
        private final Newcomers newcomers;
        private final Map<Integer, Taken> written = new HashMap<>();

        private Session(Terms terms) {
            this.terms = terms;
            type = types.current(terms.type());
            newcomers = new Newcomers(terms, type, door, access, store, clock);
            var missing = new MissingRecords(terms, types, access, store);
            named = new NamedReferences(terms, references, missing, it -> it.equals(type.code()) && flush());
            namedAhead = new NamedReferences(terms, references, missing, _ -> false);
            input = new InputReader(access, named);
        }

        /// Writes those that wait to be written with others, unless the next ones are being prepared already.
        private boolean flush() {
            return !newcomers.ahead() && newcomers.write(written);
        }

        /// To be called when a transaction was rolled back: what it had created is not there.
        public void restart() {
            named.clear();
            if (!newcomers.ahead()) {
                newcomers.clear();
            }
        }

        /// Records, and what can be known of them before the ones before them are written.
        ///
        /// @param taken what became of those that are not written at all; null for the others
        /// @param ahead null where nothing can be known before
        public record Prepared(
                List<Given> given,
                Set<InputReader.Named> names,
                List<@Nullable Taken> taken,
                @Nullable Ahead ahead) {}

        /// @param waiting those that are written together
        record Ahead(KnownRecords known, Newcomers.Waiting waiting) {}

        /// Prepares the records, while others may be written by another thread.
        ///
        /// @param given a few thousand at most
        /// @param before the records before, which may not be written yet; null for the first
        public Prepared prepare(List<Given> given, @Nullable Prepared before) {
            var names = new LinkedHashSet<InputReader.Named>();
            given.forEach(it -> names.addAll(InputReader.named(type, it.values())));
            var taken = new ArrayList<@Nullable Taken>(Collections.nCopies(given.size(), null));
            if (!newcomers.ahead()) {
                return new Prepared(given, names, taken, null);
            }
            namedAhead.lookFor(terms.actor(), names);
            var reads = new InputReader(access, namedAhead);
            var known = known(given);
            for (int i = 0; i < given.size(); i++) {
                if (known.find(given.get(i), false) instanceof KnownRecords.Found.Nothing) {
                    taken.set(i, join(i, given.get(i), reads));
                }
            }
            var last = before == null ? null : before.ahead;
            var waiting = newcomers.prepare(last == null ? null : last.waiting);
            return new Prepared(given, names, taken, new Ahead(known, waiting));
        }

        private KnownRecords known(List<Given> given) {
            return new KnownRecords(terms.actor(), type, reader, keys, store, this::number, given);
        }

        public List<Taken> take(List<Given> given) {
            return take(prepare(given, null));
        }

        /// Takes the records in their order; each stands or falls by itself. Takes part in the caller's
        /// transaction, and may be called again when that was rolled back.
        public List<Taken> take(Prepared prepared) {
            written.clear();
            var ahead = prepared.ahead;
            if (ahead != null) {
                newcomers.write(ahead.waiting, written);
            }
            if (written.size() < prepared.given.size()) {
                named.lookFor(terms.actor(), prepared.names);
            }
            var known = ahead == null ? known(prepared.given) : ahead.known;
            var taken = new ArrayList<>(prepared.taken);
            for (int i = 0; i < taken.size(); i++) {
                if (taken.get(i) == null && !written.containsKey(i)) {
                    taken.set(i, one(i, prepared.given.get(i), known, ahead == null));
                }
            }
            flush();
            written.forEach((place, it) -> taken.set(place, settled(prepared.given.get(place), it)));
            return taken.stream().<Taken>map(Objects::requireNonNull).toList();
        }

        /// @param together whether it may be written with others
        /// @return null for one that is
        private @Nullable Taken one(int place, Given given, KnownRecords known, boolean together) {
            boolean joins =
                    together && newcomers.welcome() && known.find(given, false) instanceof KnownRecords.Found.Nothing;
            return joins ? join(place, given, input) : whole(() -> take(given, known));
        }

        /// A record that somebody else created under its key meanwhile is changed.
        private Taken settled(Given given, Taken taken) {
            boolean meanwhile = taken instanceof Taken.Refused refused
                    && refused.problems().stream().anyMatch(it -> it.attribute().equals(KEYS));
            return meanwhile ? whole(() -> take(given, known(List.of(given)))) : taken;
        }

        /// @return null for one that is written with others
        private @Nullable Taken join(int place, Given given, InputReader reads) {
            var read = created(given, reads);
            if (!read.problems().isEmpty()) {
                return refused(given, read.problems());
            }
            newcomers.add(place, read.values(), given.key());
            return null;
        }

        private InputReader.Read created(Given given, InputReader reads) {
            var read = reads.imported(terms.actor(), type, given.values(), null);
            if (terms.organisation() != null
                    && !type.configuration()
                    && read.values().get(Header.ORGANISATION) == null) {
                read.values().set(Header.ORGANISATION, terms.organisation());
            }
            return read;
        }

        /// The number a record names, or that its values make.
        private @Nullable String number(Given given) {
            if (given.number() != null) {
                return type.prefix() == null ? given.number() : given.number().toUpperCase(Locale.ROOT);
            }
            return type.coded()
                    ? type.codeOf(input.plain(terms.actor(), type, given.values()))
                            .orElse(null)
                    : null;
        }

        /// What a refused record had created on its way is undone with it.
        private Taken whole(Supplier<Taken> work) {
            if (terms.missing().isEmpty() || terms.dry()) {
                return work.get();
            }
            named.mark();
            try {
                return transactions.within(() -> {
                    var taken = work.get();
                    if (taken instanceof Taken.Refused refused) {
                        throw new Undone(refused);
                    }
                    return taken;
                });
            } catch (Undone e) {
                named.forget();
                return e.refused;
            }
        }

        private Taken take(Given given, KnownRecords known) {
            for (int attempt = 1; ; attempt++) {
                var found = known.find(given, attempt > 1);
                var taken = switch (found) {
                    case KnownRecords.Found.Nothing _ -> create(given);
                    case KnownRecords.Found.Hidden _ -> refused(given, Problem.of("kernel.import.key_taken"));
                    case KnownRecords.Found.Absent(var number) ->
                        refused(
                                given,
                                new Problem(
                                        "number",
                                        Problem.of("kernel.save.no_such_record", number)
                                                .reason()));
                    case KnownRecords.Found.It(var record) -> edit(given, record);
                };
                if (taken != null) {
                    return taken;
                }
                if (attempt == TRIES) {
                    return refused(given, Problem.of("kernel.import.changed_meanwhile"));
                }
            }
        }

        private Taken create(Given given) {
            var number = type.prefix() == null && !type.coded() ? given.number() : null;
            if (type.prefix() == null && !type.coded() && !OwnCode.possible(number)) {
                return refused(given, Problem.at(Header.NUMBER, "kernel.save.code_needed"));
            }
            var read = created(given, input);
            if (!read.problems().isEmpty()) {
                return refused(given, read.problems());
            }
            var plan = plan();
            var key = given.key() == null ? List.<Step.ExternalKey>of() : List.of(given.key());
            var step = new Step.Create(type, Plan.newId(), number, read.values(), List.of(), key);
            plan.with(step);
            Function<Saver.Prepared, List<Problem>> permits = prepared -> {
                var draft = Objects.requireNonNull(prepared.drafts().get(step.id()));
                return denied(
                        access.create(type, terms.actor(), Objects.requireNonNull(draft.get(Header.ORGANISATION))));
            };
            if (terms.dry()) {
                return switch (store.preview(terms.actor(), plan, permits)) {
                    case Outcome.Previewed(var previews) -> {
                        var changes = previews.getFirst().changes();
                        named.expect(type, step.id(), number, changes);
                        yield new Taken.Created(number == null ? "" : number, changes);
                    }
                    case Outcome.Refused(var problems) -> refused(given, problems);
                    case Outcome other -> throw new IllegalStateException("no preview but " + other);
                };
            }
            return switch (store.save(terms.actor(), plan, permits)) {
                case Saved.Done done -> new Taken.Created(done.first().number(), Map.of());
                case Saved.Refused(var problems) -> refused(given, problems);
                case Saved.Stale _ -> throw new IllegalStateException("a new record cannot be stale");
            };
        }

        private @Nullable Taken edit(Given given, Snapshot record) {
            if (given.version() != null && given.version() != record.version()) {
                return refused(given, Problem.of("kernel.import.changed_meanwhile"));
            }
            var read = input.imported(terms.actor(), type, given.values(), record);
            if (!read.problems().isEmpty()) {
                return refused(given, read.problems());
            }
            if (read.values().isEmpty()) {
                return new Taken.Unchanged(record.number());
            }
            var denied = denied(access.edit(record, terms.actor()));
            if (!denied.isEmpty()) {
                return refused(given, denied);
            }
            flush();
            var plan = plan();
            var edit = plan.edit(record);
            read.values().all().forEach(edit.values()::put);
            if (terms.dry()) {
                return switch (store.preview(terms.actor(), plan)) {
                    case Outcome.Previewed(var previews)
                    when previews.getFirst().changes().isEmpty() -> new Taken.Unchanged(record.number());
                    case Outcome.Previewed(var previews) ->
                        new Taken.Changed(record.number(), previews.getFirst().changes());
                    case Outcome.Refused(var problems) -> refused(given, problems);
                    case Outcome other -> throw new IllegalStateException("no preview but " + other);
                };
            }
            return switch (store.save(terms.actor(), plan)) {
                case Saved.Done done when done.first().changed() -> new Taken.Changed(record.number(), Map.of());
                case Saved.Done _ -> new Taken.Unchanged(record.number());
                case Saved.Refused(var problems) -> refused(given, problems);
                case Saved.Stale _ -> null;
            };
        }

        private Plan plan() {
            return new Plan(terms.cause(), terms.operation(), null, true, new ArrayList<>());
        }

        private static List<Problem> denied(Decision decision) {
            return decision instanceof Decision.Denied(var reason) ? List.of(new Problem("", reason)) : List.of();
        }

        private static Taken refused(Given given, Problem problem) {
            return refused(given, List.of(problem));
        }

        private static Taken refused(Given given, List<Problem> problems) {
            return new Taken.Refused(given.number() == null ? "" : given.number(), List.copyOf(problems));
        }
    }
}
