package org.mainstay.transfer.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.transfer.configuration.Report.Change;

/// A text beside the configuration as it stands: each record in the form in which the standing ones are
/// written, so that what is the same is equal.
final class Wanted {

    private final Scope scope;
    private final References references;
    private final Actor actor;
    private final Document given;
    private final Standing standing;

    Wanted(Scope scope, References references, Actor actor, Document given, Standing standing) {
        this.scope = scope;
        this.references = references;
        this.actor = actor;
        this.given = given;
        this.standing = standing;
    }

    /// A record of the text.
    ///
    /// @param values all of them, also those that its name says
    /// @param changes against the record that stands
    /// @param faults what can be seen to be wrong before it is tried
    record One(
            Shape shape,
            String name,
            SortedMap<String, Value> values,
            SortedMap<String, Change> changes,
            List<Fault> faults) {}

    List<Fault> unknownTypes() {
        return given.types().stream()
                .filter(it -> scope.shape(it).isEmpty())
                .map(it -> Fault.at(Fault.pointer(it), "configuration.fault.unknown_type"))
                .toList();
    }

    List<One> all() {
        var all = new ArrayList<One>();
        for (String type : given.types()) {
            scope.shape(type).ifPresent(shape -> {
                var known = names(type);
                given.of(type).forEach((name, values) -> all.add(one(shape, name, values, known)));
            });
        }
        return all;
    }

    private Set<String> names(String type) {
        var names = new HashSet<>(given.of(type).keySet());
        names.addAll(standing.of(type).keySet());
        return names;
    }

    private One one(Shape shape, String name, SortedMap<String, Value> written, Set<String> known) {
        var code = shape.type().code();
        var faults = new ArrayList<Fault>();
        var clean = new TreeMap<String, Value>();
        var byCode = new TreeMap<String, Attribute<?>>();
        shape.attributes().forEach(it -> byCode.put(it.code(), it));
        written.forEach((attribute, value) -> {
            var found = byCode.get(attribute);
            if (found != null) {
                clean.put(attribute, normal(found, value));
            } else if (assumed(code, attribute)) {
                clean.put(attribute, value);
            } else {
                var pointer = Fault.pointer(code, name, attribute);
                faults.add(Fault.at(pointer, "kernel.save.unknown_attribute", attribute));
            }
        });
        var values = shape.whole(name, clean, known);
        var stands = standing.document().record(code, name);
        var old = stands == null
                ? null
                : shape.whole(name, stands, standing.of(code).keySet());
        return new One(shape, name, values, changes(shape, values, old), List.copyOf(faults));
    }

    /// Whether the text itself brings the custom field, which is there only once it was applied.
    private boolean assumed(String type, String attribute) {
        return attribute.startsWith("custom.")
                && given.record("custom_field", type + "." + attribute.substring("custom.".length())) != null;
    }

    /// As the standing records have it; what cannot be read stays as it is, to be refused in its place.
    private Value normal(Attribute<?> attribute, Value value) {
        var target = attribute.kind().target();
        if (target != null) {
            var names = value.all().stream().map(it -> called(target, it)).toList();
            return attribute.kind() instanceof Kind.References
                    ? new Value.Many(names)
                    : new Value.One(String.join(", ", names));
        }
        if (value instanceof Value.One(var text) && !text.isBlank()) {
            try {
                return new Value.One(format(attribute, text));
            } catch (BadValue e) {
                return value;
            }
        }
        return value;
    }

    private static <T> String format(Attribute<T> attribute, String text) {
        return attribute.kind().format(attribute.kind().parse(text));
    }

    private String called(String target, String text) {
        if (scope.shape(target).isEmpty()
                || standing.of(target).containsKey(text)
                || given.of(target).containsKey(text)) {
            return text;
        }
        var found = references.find(actor, target, text);
        return found.size() == 1 ? standing.names().getOrDefault(found.getFirst(), text) : text;
    }

    private static SortedMap<String, Change> changes(
            Shape shape, SortedMap<String, Value> now, @Nullable SortedMap<String, Value> old) {
        var changes = new TreeMap<String, Change>();
        var kept = new HashSet<String>();
        if (old != null) {
            // what cannot be empty, or not be changed, stays where the text leaves it out
            shape.attributes().stream().filter(Wanted::stays).forEach(it -> kept.add(it.code()));
        }
        var codes = new TreeSet<>(now.keySet());
        codes.addAll(old == null ? Set.of() : old.keySet());
        for (String code : codes) {
            var was = old == null ? null : old.get(code);
            var is = now.get(code);
            if (!Objects.equals(was, is) && (is != null || !kept.contains(code))) {
                changes.put(code, new Change(was, is));
            }
        }
        return changes;
    }

    static boolean stays(Attribute<?> attribute) {
        return attribute.has(Attribute.Trait.REQUIRED)
                || attribute.has(Attribute.Trait.SET_ONCE)
                || attribute == Header.ORGANISATION;
    }

    /// The types of the text that there are.
    List<Shape> shapes() {
        return given.types().stream().flatMap(it -> scope.shape(it).stream()).toList();
    }

    /// Names of standing records that a type of the text does not have.
    List<String> missing(String type) {
        return standing.of(type).keySet().stream()
                .filter(it -> given.record(type, it) == null)
                .sorted()
                .toList();
    }
}
