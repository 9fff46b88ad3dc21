package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;

/// References of one file: a file names few records many times, so each is looked for once. Names that
/// find nothing may stand for records that are created, or in a dry run would have been.
final class NamedReferences implements References {

    private static final int MANY = 50_000;

    private final Intake.Terms terms;
    private final References stored;
    private final MissingRecords missing;
    private final Map<Name, UUID> found = new HashMap<>();
    private final List<Name> since = new ArrayList<>();
    private final Map<InputReader.Named, UUID> expected = new HashMap<>();
    private final Predicate<String> awaited;

    private record Name(String type, String text) {}

    /// @param awaited writes what waits to be written of the type; false when nothing does
    NamedReferences(Intake.Terms terms, References stored, MissingRecords missing, Predicate<String> awaited) {
        this.terms = terms;
        this.stored = stored;
        this.missing = missing;
        this.awaited = awaited;
    }

    /// Looks for all that are named by id, number or key together, instead of those that were looked for so before.
    /// A key of the file's own source may stand for itself.
    void lookFor(Actor actor, Set<InputReader.Named> names) {
        expected.clear();
        add(actor, names);
    }

    private void add(Actor actor, Set<InputReader.Named> names) {
        var texts = new HashMap<String, Set<String>>();
        var keys = new HashMap<Name, Set<String>>();
        for (var named : names) {
            if (named.source().isEmpty()) {
                texts.computeIfAbsent(named.type(), _ -> new HashSet<>()).add(named.text());
            }
            var source = named.source().isEmpty() ? terms.source() : named.source();
            if (!source.isEmpty()) {
                keys.computeIfAbsent(new Name(named.type(), source), _ -> new HashSet<>())
                        .add(named.text());
            }
        }
        keys.forEach((of, some) -> stored.keyed(actor, of.type, of.text, some).forEach((key, id) -> {
            expected.put(new InputReader.Named(of.type, of.text, key), id);
            if (of.text.equals(terms.source())) {
                expected.put(new InputReader.Named(of.type, "", key), id);
            }
        }));
        texts.forEach((type, some) -> stored.exactly(actor, type, some)
                .forEach((text, id) -> expected.put(new InputReader.Named(type, "", text), id)));
    }

    private @Nullable UUID expected(Actor actor, InputReader.Named named) {
        var known = expected.get(named);
        if (known == null && awaited.test(named.type())) {
            add(actor, Set.of(named));
            known = expected.get(named);
        }
        return known;
    }

    @Override
    public Map<String, UUID> keyed(Actor actor, String type, String source, Collection<String> keys) {
        var found = new HashMap<String, UUID>();
        for (var key : keys) {
            var id = expected(actor, new InputReader.Named(type, source.isEmpty() ? terms.source() : source, key));
            if (id != null) {
                found.put(key, id);
            }
        }
        return found;
    }

    @Override
    public List<UUID> find(Actor actor, String type, String text) {
        var exact = expected(actor, new InputReader.Named(type, "", text));
        if (exact != null) {
            return List.of(exact);
        }
        var name = new Name(type, text.toLowerCase(Locale.ROOT));
        var known = found.get(name);
        if (known != null) {
            return List.of(known);
        }
        var ids = stored.find(actor, type, text);
        if (ids.isEmpty() && !text.isBlank() && terms.missing().contains(type)) {
            ids = List.of(missing.create(type, text.strip()));
        }
        if (ids.size() == 1) {
            remember(name, ids.getFirst());
        }
        return ids;
    }

    @Override
    public boolean names(UUID id, String text) {
        return stored.names(id, text);
    }

    @Override
    public List<String> suggest(Actor actor, String type, String text) {
        return stored.suggest(actor, type, text);
    }

    /// In a dry run, what an earlier row would create can be referred to by a later one.
    void expect(RecordType<?> type, UUID id, @Nullable String number, Map<String, Preview.Change> changes) {
        if (number != null) {
            remember(new Name(type.code(), number.toLowerCase(Locale.ROOT)), id);
        }
        var label = changes.get(type.label().code());
        if (label != null && label.now() instanceof String text) {
            remember(new Name(type.code(), text.toLowerCase(Locale.ROOT)), id);
        }
    }

    private void remember(Name name, UUID id) {
        if (found.size() >= MANY) {
            found.clear();
        }
        found.put(name, id);
        since.add(name);
    }

    /// What is remembered from here on can be forgotten.
    void mark() {
        since.clear();
    }

    void clear() {
        expected.clear();
        found.clear();
        since.clear();
    }

    void forget() {
        since.forEach(found::remove);
        since.clear();
    }
}
