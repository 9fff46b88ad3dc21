package org.mainstay.transfer.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// Reads the configuration as it stands, as an actor sees it.
final class Reading {

    private static final int MOST = 50_000;

    private final Scope scope;
    private final RecordStore store;
    private final RecordTypes types;
    private final References references;
    private final Installation installation;

    Reading(Scope scope, RecordStore store, RecordTypes types, References references, Installation installation) {
        this.scope = scope;
        this.store = store;
        this.types = types;
        this.references = references;
        this.installation = installation;
    }

    Standing read(Actor actor) {
        var records = new TreeMap<String, Map<String, Snapshot>>();
        var names = new HashMap<UUID, String>();
        for (Shape shape : scope.shapes()) {
            var all = records(actor, shape);
            var named = shape.names(all);
            var byName = new TreeMap<String, Snapshot>();
            all.forEach(it -> byName.put(named.getOrDefault(it.id(), it.number()), it));
            records.put(shape.type().code(), byName);
            names.putAll(named);
        }
        var called = new Called(actor, names, records);
        var document = new Document();
        for (Shape shape : scope.shapes()) {
            var code = shape.type().code();
            document.type(code);
            var byName = records.getOrDefault(code, Map.of());
            byName.forEach((name, record) -> document.put(code, name, values(shape, name, record, byName, called)));
        }
        return new Standing(document, records, names);
    }

    private List<Snapshot> records(Actor actor, Shape shape) {
        var all = new ArrayList<Snapshot>();
        store.each(actor, shape.type(), Query.of(Filter.EVERYTHING), it -> {
            if (all.size() == MOST) {
                throw new BadQuery("type", "configuration.text.too_many", MOST);
            }
            if (!shape.personal(it)) {
                all.add(it);
            }
        });
        return all;
    }

    private SortedMap<String, Value> values(
            Shape shape, String name, Snapshot record, Map<String, Snapshot> byName, Called called) {
        var values = new TreeMap<String, Value>();
        for (Attribute<?> attribute : shape.attributes()) {
            var value = value(attribute, record, called);
            if (value != null && !attribute.equals(Header.ORGANISATION)) {
                values.put(attribute.code(), value);
            }
        }
        // groups of the first organisation say nothing of it, because its name is another elsewhere
        if (!shape.type().configuration() && !record.organisation().equals(installation.organisation())) {
            values.put(Header.ORGANISATION.code(), new Value.One(called.name("organisation", record.organisation())));
        }
        return shape.brief(name, values, byName.keySet());
    }

    @SuppressWarnings("unchecked") // the value is the attribute's
    private static <T> @Nullable Value value(Attribute<T> attribute, Snapshot record, Called called) {
        var target = attribute.kind().target();
        return switch (record.get((Attribute<?>) attribute)) {
            case null -> null;
            case UUID id when target != null -> called.one(target, id);
            case Set<?> ids
            when target != null ->
                ids.isEmpty()
                        ? null
                        : new Value.Many(ids.stream()
                                .map(it -> called.name(target, (UUID) it))
                                .filter(it -> !it.isEmpty())
                                .toList());
            case Object value -> new Value.One(attribute.kind().format((T) value));
        };
    }

    /// What other records are called.
    private final class Called {

        private final Actor actor;
        private final Map<UUID, String> names;
        private final Map<UUID, Label> labels;

        Called(Actor actor, Map<UUID, String> names, Map<String, Map<String, Snapshot>> records) {
            this.actor = actor;
            this.names = new HashMap<>(names);
            var all = records.values().stream()
                    .flatMap(it -> it.values().stream())
                    .toList();
            labels = new HashMap<>(store.labels(actor, all));
            var organisations = new HashSet<UUID>();
            all.forEach(it -> organisations.add(it.organisation()));
            labels.putAll(store.labelsOf(actor, organisations));
        }

        @Nullable
        Value one(String target, UUID id) {
            var name = name(target, id);
            return name.isEmpty() ? null : new Value.One(name);
        }

        /// By a code of its own, else by its label where no other has it, else by its number; empty for what is not
        /// there any more.
        String name(String target, UUID id) {
            return names.computeIfAbsent(id, _ -> {
                var label = labels.get(id);
                if (label == null) {
                    return "";
                }
                var type = types.need(target);
                boolean alone = type.prefix() != null
                        && references.find(actor, target, label.label()).equals(List.of(id));
                return alone ? label.label() : label.number();
            });
        }
    }
}
