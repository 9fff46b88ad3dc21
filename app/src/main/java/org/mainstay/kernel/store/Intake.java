package org.mainstay.kernel.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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

    /// What became of a record.
    public sealed interface Taken {

        /// @param number empty in a dry run where the type numbers its records
        record Created(String number, Map<String, Preview.Change> changes) implements Taken {}

        record Changed(String number, Map<String, Preview.Change> changes) implements Taken {}

        record Unchanged(String number) implements Taken {}

        record Refused(String number, List<Problem> problems) implements Taken {}
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
        private final InputReader input;
        private final Newcomers newcomers;

        private Session(Terms terms) {
            this.terms = terms;
            type = types.current(terms.type());
            newcomers = new Newcomers(terms, type, door, access, store, clock);
            var missing = new MissingRecords(terms, types, access, store);
            named = new NamedReferences(terms, references, missing, it -> it.equals(type.code()) && newcomers.write());
            input = new InputReader(access, named);
        }

        /// To be called when a transaction was rolled back: what it had created is not there.
        public void restart() {
            named.clear();
            newcomers.clear();
        }

        /// Takes the records in their order; each stands or falls by itself. Takes part in the caller's
        /// transaction.
        ///
        /// @param given a few thousand at most
        public List<Taken> take(List<Given> given) {
            var names = new LinkedHashSet<InputReader.Named>();
            given.forEach(it -> names.addAll(InputReader.named(type, it.values())));
            named.lookFor(terms.actor(), names);
            var known = new KnownRecords(terms.actor(), type, reader, keys, store, this::number, given);
            var taken = new ArrayList<@Nullable Taken>(Collections.nCopies(given.size(), null));
            for (int i = 0; i < given.size(); i++) {
                var one = given.get(i);
                if (newcomers.welcome() && known.find(one, false) instanceof KnownRecords.Found.Nothing) {
                    taken.set(i, join(i, one));
                } else {
                    taken.set(i, whole(() -> take(one, known)));
                }
            }
            newcomers.write();
            newcomers.taken().forEach(taken::set);
            newcomers.clear();
            return taken.stream().<Taken>map(Objects::requireNonNull).toList();
        }

        /// @return null for one that is written with others
        private @Nullable Taken join(int index, Given given) {
            var read = created(given);
            if (!read.problems().isEmpty()) {
                return refused(given, read.problems());
            }
            newcomers.add(index, read.values(), given.key());
            return null;
        }

        private InputReader.Read created(Given given) {
            var read = input.imported(terms.actor(), type, given.values(), null);
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
        private Taken whole(Function0 work) {
            if (terms.missing().isEmpty() || terms.dry()) {
                return work.take();
            }
            named.mark();
            try {
                return transactions.within(() -> {
                    var taken = work.take();
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
            var read = created(given);
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
            newcomers.write();
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

    @FunctionalInterface
    private interface Function0 {
        Taken take();
    }

    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Taken.Refused refused;

        Undone(Taken.Refused refused) {
            super("undone", null, false, false);
            this.refused = refused;
        }
    }
}
