package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
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
    private final Transactions transactions;

    Intake(
            RecordTypes types,
            Access access,
            SqlRecordStore store,
            Reader reader,
            References references,
            ExternalKeys keys,
            Transactions transactions) {
        this.types = types;
        this.access = access;
        this.store = store;
        this.reader = reader;
        this.references = references;
        this.keys = keys;
        this.transactions = transactions;
    }

    /// What holds for all records of a file.
    ///
    /// @param operation ties the history rows of the whole file together
    /// @param organisation of new records that name none; null for what rules make of it
    /// @param missing codes of the types of which records that are only named are created; others refuse
    /// @param dry whether nothing is written
    public record Terms(
            Actor actor,
            RecordType<?> type,
            Cause cause,
            UUID operation,
            @Nullable UUID organisation,
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

        private Session(Terms terms) {
            this.terms = terms;
            type = types.current(terms.type());
            named = new NamedReferences(terms, references, new MissingRecords(terms, types, access, store));
            input = new InputReader(access, named);
        }

        /// To be called when a transaction was rolled back: what it had created is not there.
        public void restart() {
            named.clear();
        }

        /// Takes the records in their order; each stands or falls by itself. Takes part in the caller's
        /// transaction.
        ///
        /// @param given a few hundred at most
        public List<Taken> take(List<Given> given) {
            var known = new Known(given);
            var taken = new ArrayList<Taken>();
            for (var one : given) {
                taken.add(whole(() -> take(one, known)));
            }
            return taken;
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

        private Taken take(Given given, Known known) {
            for (int attempt = 1; ; attempt++) {
                var found = known.find(given, attempt > 1);
                var taken = switch (found) {
                    case Found.Nothing _ -> create(given);
                    case Found.Hidden _ -> refused(given, Problem.of("kernel.import.key_taken"));
                    case Found.Absent(var number) ->
                        refused(
                                given,
                                new Problem(
                                        "number",
                                        Problem.of("kernel.save.no_such_record", number)
                                                .reason()));
                    case Found.It(var record) -> edit(given, record);
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
            var read = input.imported(terms.actor(), type, given.values(), null);
            if (!read.problems().isEmpty()) {
                return refused(given, read.problems());
            }
            var values = read.values();
            if (terms.organisation() != null && !type.configuration() && values.get(Header.ORGANISATION) == null) {
                values.set(Header.ORGANISATION, terms.organisation());
            }
            var plan = plan();
            var key = given.key() == null ? List.<Step.ExternalKey>of() : List.of(given.key());
            var step = new Step.Create(type, Plan.newId(), number, values, List.of(), key);
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

        /// The records a batch means, read together.
        private final class Known {

            private final Map<String, UUID> byKey = new HashMap<>();
            private final Map<UUID, Snapshot> byId = new HashMap<>();
            private final Map<String, Snapshot> byNumber = new HashMap<>();

            Known(List<Given> given) {
                var bySource = new LinkedHashMap<String, Set<String>>();
                var numbers = new LinkedHashSet<String>();
                for (var one : given) {
                    if (one.key() != null) {
                        bySource.computeIfAbsent(one.key().source(), _ -> new LinkedHashSet<>())
                                .add(one.key().key());
                    }
                    var number = number(one);
                    if (number != null) {
                        numbers.add(number);
                    }
                }
                bySource.forEach((source, some) -> byKey.putAll(keys.find(type.code(), source, some)));
                read(byKey.values());
                if (!numbers.isEmpty()) {
                    var number = DSL.field(DSL.name(Rows.ALIAS, "number"), SQLDataType.CLOB);
                    reader.wholes(terms.actor(), type, number.eq(DSL.any(numbers.toArray(String[]::new))))
                            .forEach(it -> byNumber.put(it.number(), it));
                }
            }

            private void read(Collection<UUID> ids) {
                if (!ids.isEmpty()) {
                    reader.wholes(terms.actor(), type, Rows.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                            .forEach(it -> byId.put(it.id(), it));
                }
            }

            /// @param anew whether it has changed since it was read
            Found find(Given given, boolean anew) {
                var number = number(given);
                if (given.key() != null) {
                    var id = byKey.get(given.key().key());
                    if (id != null && anew) {
                        read(List.of(id));
                    }
                    return id == null ? new Found.Nothing() : it(byId.get(id));
                }
                if (number == null) {
                    return new Found.Nothing();
                }
                if (anew) {
                    store.whole(terms.actor(), type, SqlRecordStore.which(type, number))
                            .ifPresent(it -> byNumber.put(it.number(), it));
                }
                var record = byNumber.get(number);
                if (record == null) {
                    return type.prefix() == null ? new Found.Nothing() : new Found.Absent(number);
                }
                return new Found.It(record);
            }

            private static Found it(@Nullable Snapshot record) {
                return record == null ? new Found.Hidden() : new Found.It(record);
            }

            /// The number a record names, or that its values make.
            private @Nullable String number(Given given) {
                if (given.number() != null) {
                    return type.prefix() == null
                            ? given.number()
                            : given.number().toUpperCase(Locale.ROOT);
                }
                return type.coded()
                        ? type.codeOf(input.plain(terms.actor(), type, given.values()))
                                .orElse(null)
                        : null;
            }
        }
    }

    private sealed interface Found {

        record Nothing() implements Found {}

        /// There is one, but not for this actor.
        record Hidden() implements Found {}

        record Absent(String number) implements Found {}

        record It(Snapshot record) implements Found {}
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
