package org.mainstay.kernel.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;

/// Finds what `priority`, `opened` (for `opened_at`), `custom.cost` and `caller.department` name. An
/// attribute that the actor may not read is an unknown one, here and behind references, and is never
/// suggested.
final class AttributeNames {

    private static final int STEPS = 4;
    private static final String CUSTOM = "custom.";

    private final RecordTypes types;
    private final Access access;
    private final Actor actor;

    AttributeNames(RecordTypes types, Access access, Actor actor) {
        this.types = types;
        this.access = access;
        this.actor = actor;
    }

    /// @param type the one that the last attribute belongs to
    record Named(Filter.Path path, RecordType<?> type) {}

    Named find(RecordType<?> type, Piece name) {
        var steps = new ArrayList<Attribute<?>>();
        RecordType<?> at = type;
        int from = 0;
        while (true) {
            int to = end(name.text(), from);
            var step = name.part(from, to);
            if (steps.size() == STEPS) {
                throw Mistake.at(step, "kernel.filter.too_many_steps", STEPS);
            }
            var found = attribute(at, step.text());
            if (found.isEmpty()) {
                throw unknown(at, name.text().substring(0, from), step);
            }
            steps.add(found.get());
            if (to == name.text().length()) {
                return new Named(new Filter.Path(steps), at);
            }
            at = target(found.get(), name.part(from, name.text().length()));
            from = to + 1;
        }
    }

    /// From a reference to the label of what it refers to.
    Optional<Filter.Path> labelBehind(Filter.Path path) {
        return Optional.ofNullable(path.last().kind().target())
                .flatMap(types::byCode)
                .filter(it -> path.steps().size() < STEPS && access.reads(it, it.label(), actor))
                .map(it -> {
                    var steps = new ArrayList<>(path.steps());
                    steps.add(it.label());
                    return new Filter.Path(steps);
                });
    }

    private RecordType<?> target(Attribute<?> attribute, Piece walk) {
        return Optional.ofNullable(attribute.kind().target())
                .flatMap(types::byCode)
                .orElseThrow(() -> Mistake.at(walk, "kernel.filter.no_reference", attribute.code()));
    }

    /// `custom.cost` is one name.
    private static int end(String path, int from) {
        int dot = path.indexOf('.', from + (path.startsWith(CUSTOM, from) ? CUSTOM.length() : 0));
        return dot < 0 ? path.length() : dot;
    }

    private Optional<Attribute<?>> attribute(RecordType<?> of, String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (var code : List.of(name, lower, lower + "_at")) {
            var attribute = of.attribute(code).filter(it -> access.reads(of, it, actor));
            if (attribute.isPresent()) {
                return attribute;
            }
        }
        return Optional.empty();
    }

    private Mistake unknown(RecordType<?> of, String before, Piece step) {
        var known = access.readable(of, actor).stream().map(Attribute::code).toList();
        var suggestions = Nearest.of(step.text().toLowerCase(Locale.ROOT), known).stream()
                .map(before::concat)
                .toList();
        return Mistake.at(step, suggestions, "kernel.filter.unknown_attribute", Mistake.clip(step.text()));
    }
}
