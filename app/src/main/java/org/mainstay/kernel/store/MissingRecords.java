package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.record.Values;

/// Creates records of which a file knows only the name, as far as the actor may.
final class MissingRecords {

    /// How many names may make the same code.
    private static final int SAME = 20;

    private final Intake.Terms terms;
    private final RecordTypes types;
    private final Access access;
    private final SqlRecordStore store;

    MissingRecords(Intake.Terms terms, RecordTypes types, Access access, SqlRecordStore store) {
        this.terms = terms;
        this.types = types;
        this.access = access;
        this.store = store;
    }

    /// @throws BadValue when it cannot be created
    UUID create(String code, String name) {
        var type = types.need(code);
        var values = new Values().set(type.label(), type.label().kind().parse(name));
        if (terms.organisation() != null && !type.configuration()) {
            values.set(Header.ORGANISATION, terms.organisation());
        }
        var step = new Step.Create(type, Plan.newId(), number(type, name), values, List.of(), List.of());
        var plan = new Plan(terms.cause(), terms.operation(), null, true, new ArrayList<>());
        plan.with(step);
        Function<Saver.Prepared, List<Problem>> permits = prepared -> {
            var draft = Objects.requireNonNull(prepared.drafts().get(step.id()));
            return access.create(type, terms.actor(), Objects.requireNonNull(draft.get(Header.ORGANISATION)))
                            instanceof Decision.Denied(var reason)
                    ? List.of(new Problem("", reason))
                    : List.of();
        };
        if (terms.dry()) {
            if (store.preview(terms.actor(), plan, permits) instanceof Outcome.Refused(var problems)) {
                throw new BadValue(problems.getFirst().reason());
            }
        } else if (store.save(terms.actor(), plan, permits) instanceof Saved.Refused(var problems)) {
            throw new BadValue(problems.getFirst().reason());
        }
        return step.id();
    }

    /// For a type with codes of its own, a free one made of the name.
    private @Nullable String number(RecordType<?> type, String name) {
        if (type.prefix() != null || type.coded()) {
            return null;
        }
        var code = Texts.fold(name).replaceAll("[^a-z0-9]+", ".").replaceAll("^\\.+|\\.+$", "");
        if (code.isEmpty() || code.length() > 60) {
            throw new BadValue("kernel.save.code_needed");
        }
        for (int i = 1; i <= SAME; i++) {
            var free = i == 1 ? code : code + "." + i;
            if (!store.numbered(type, free)) {
                return free;
            }
        }
        throw new BadValue("kernel.save.not_unique");
    }
}
