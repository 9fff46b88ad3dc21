package org.mainstay.transfer.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Audience;

/// How records of one type stand in a text: which attributes, and by what names.
///
/// @param above the attribute that makes a tree of them; null where they are none
record Shape(RecordType<?> type, @Nullable Attribute<?> above) {

    private static final String BELOW = " / ";
    private static final int DEEPEST = 20;
    private static final Set<String> HEADER = Set.of(
            "number",
            "version",
            "organisation",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "external_source",
            "external_key");

    /// What a name says by itself.
    ///
    /// @param above name of the record above; null for none
    record Said(String label, @Nullable String above) {}

    static Shape of(RecordType<?> type) {
        var above = type.attribute("parent")
                .filter(it -> type.code().equals(it.kind().target()))
                .filter(it -> !(it.kind() instanceof Kind.References));
        return new Shape(type, above.orElse(null));
    }

    /// Whether records are called by codes of their own, which are the same in every installation.
    boolean coded() {
        return type.prefix() == null;
    }

    /// What an administrator decides about a record, and nothing about persons: a name of somebody means
    /// nothing elsewhere, and what membership allows must not come with a file.
    List<Attribute<?>> attributes() {
        var attributes = new ArrayList<Attribute<?>>();
        for (Attribute<?> attribute : type.attributes()) {
            if (!HEADER.contains(attribute.code()) && taken(attribute)) {
                attributes.add(attribute);
            }
        }
        if (!type.configuration()) {
            attributes.add(Header.ORGANISATION);
        }
        return attributes;
    }

    private static boolean taken(Attribute<?> attribute) {
        return attribute.recorded()
                && !attribute.has(Trait.READ_ONLY)
                && !attribute.has(Trait.SENSITIVE)
                && !attribute.has(Trait.PERSONAL)
                && !"person".equals(attribute.kind().target());
    }

    /// Whether the record is one person's own, such as a template that only they see.
    boolean personal(Snapshot record) {
        return type.attribute("audience")
                .filter(it -> record.get(it) == Audience.PRIVATE)
                .isPresent();
    }

    /// The names of the records: their codes, else what they are called, below what stands above them. Where
    /// several are called the same, the later ones are counted.
    Map<UUID, String> names(Collection<Snapshot> records) {
        var byId = new HashMap<UUID, Snapshot>();
        records.forEach(it -> byId.put(it.id(), it));
        var names = new HashMap<UUID, String>();
        var taken = new HashSet<String>();
        records.stream()
                .sorted(Comparator.comparingInt((Snapshot it) -> it.number().length())
                        .thenComparing(Snapshot::number))
                .forEach(it -> {
                    var base = coded() ? it.number() : path(it, byId);
                    var name = base;
                    for (int i = 2; !taken.add(name); i++) {
                        name = base + " (" + i + ")";
                    }
                    names.put(it.id(), name);
                });
        return names;
    }

    private String path(Snapshot record, Map<UUID, Snapshot> byId) {
        var path = record.label();
        @Nullable Snapshot at = over(record, byId);
        for (int depth = 1; at != null && depth < DEEPEST; depth++) {
            path = at.label() + BELOW + path;
            at = over(at, byId);
        }
        return path;
    }

    private @Nullable Snapshot over(Snapshot record, Map<UUID, Snapshot> byId) {
        return above != null && record.get(above) instanceof UUID id ? byId.get(id) : null;
    }

    /// What the name says where nothing else is said.
    ///
    /// @param known names that there are
    Said said(String name, Set<String> known) {
        int at = above == null ? -1 : name.lastIndexOf(BELOW);
        return at > 0 && known.contains(name.substring(0, at))
                ? new Said(name.substring(at + BELOW.length()), name.substring(0, at))
                : new Said(name, null);
    }

    /// The values with those that the name says; empty ones are left out.
    SortedMap<String, Value> whole(String name, SortedMap<String, Value> values, Set<String> known) {
        var whole = new TreeMap<>(values);
        if (!coded()) {
            var said = said(name, known);
            whole.putIfAbsent(type.label().code(), new Value.One(said.label()));
            if (above != null && said.above() != null) {
                whole.putIfAbsent(above.code(), new Value.One(said.above()));
            }
        }
        whole.values().removeIf(it -> it.all().isEmpty());
        return whole;
    }

    /// The values without those that the name says.
    SortedMap<String, Value> brief(String name, SortedMap<String, Value> values, Set<String> known) {
        var brief = new TreeMap<>(values);
        if (!coded()) {
            var said = said(name, known);
            brief.remove(type.label().code(), new Value.One(said.label()));
            if (above != null && said.above() != null && !brief.remove(above.code(), new Value.One(said.above()))) {
                brief.putIfAbsent(above.code(), Value.EMPTY);
            }
        }
        return brief;
    }
}
