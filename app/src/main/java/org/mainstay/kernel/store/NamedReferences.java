package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

    private record Name(String type, String text) {}

    NamedReferences(Intake.Terms terms, References stored, MissingRecords missing) {
        this.terms = terms;
        this.stored = stored;
        this.missing = missing;
    }

    @Override
    public List<UUID> find(Actor actor, String type, String text) {
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
        found.clear();
        since.clear();
    }

    void forget() {
        since.forEach(found::remove);
        since.clear();
    }
}
