package org.mainstay.kernel.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A record as it will be when the plan is saved; what rules work on. Lives for one save, in one thread.
public final class Draft {

    private final RecordType<?> type;
    private final UUID id;
    private final @Nullable Snapshot before;
    private final Values values;
    private final List<PlanPart> parts;
    private final Plan plan;
    private final Actor actor;
    private final Instant at;
    private final Lookup lookup;
    private final Set<Attribute<?>> given;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Reason> reasons = new HashMap<>();
    private final List<Supplier<Message>> remarks = new ArrayList<>();

    /// Why a rule set a value: shown to people and kept in history.
    ///
    /// @param rule bundle key or rule name
    /// @param record the rule's record, where it has one
    public record Reason(Message rule, @Nullable UUID record) {}

    public Draft(
            RecordType<?> type,
            UUID id,
            @Nullable Snapshot before,
            Values values,
            List<PlanPart> parts,
            Plan plan,
            Actor actor,
            Instant at,
            Lookup lookup) {
        this.type = type;
        this.id = id;
        this.before = before;
        this.values = values;
        this.parts = parts;
        this.plan = plan;
        this.actor = actor;
        this.at = at;
        this.lookup = lookup;
        given = Set.copyOf(values.all().keySet());
    }

    public RecordType<?> type() {
        return type;
    }

    public UUID id() {
        return id;
    }

    /// Gives a new record what its attributes are where nothing else is said.
    public void preset() {
        if (created()) {
            type.attributes().forEach(this::preset);
        }
    }

    private <T> void preset(Attribute<T> attribute) {
        var value = attribute.preset();
        if (value != null && values.get(attribute) == null) {
            values.set(attribute, value);
        }
    }

    /// What the plan names, apart from presets and rules.
    public Set<Attribute<?>> given() {
        return given;
    }

    public boolean created() {
        return before == null;
    }

    /// The record as it is; empty for one that is being created.
    public Optional<Snapshot> before() {
        return Optional.ofNullable(before);
    }

    public <T> @Nullable T old(Attribute<T> attribute) {
        return before == null ? null : before.get(attribute);
    }

    /// The value as it will be.
    public <T> @Nullable T get(Attribute<T> attribute) {
        return values.sets(attribute) ? values.get(attribute) : old(attribute);
    }

    /// Whether the plan (or a rule before this one) gives the attribute another value than it has.
    public boolean changes(Attribute<?> attribute) {
        return values.sets(attribute) && !Objects.equals(values.get(attribute), old(attribute));
    }

    /// Whether the plan names the attribute, be it with the value it has.
    public boolean sets(Attribute<?> attribute) {
        return values.sets(attribute);
    }

    public <T> void set(Attribute<T> attribute, @Nullable T value) {
        values.set(attribute, value);
    }

    /// Sets a value and says why; the reason stands in history beside the change.
    public <T> void set(Attribute<T> attribute, @Nullable T value, Message why, @Nullable UUID rule) {
        values.set(attribute, value);
        reasons.put(attribute.code(), new Reason(why, rule));
    }

    public void refuse(Attribute<?> attribute, String key, Object... arguments) {
        problems.add(Problem.at(attribute, key, arguments));
    }

    public void refuse(Problem problem) {
        problems.add(problem);
    }

    /// Says something in a preview that the changes do not.
    public void remark(String key, Object... arguments) {
        remark(() -> Message.of(key, arguments));
    }

    /// The same where it takes a while to find out: asked for by previews only, after all rules.
    public void remark(Supplier<Message> said) {
        remarks.add(said);
    }

    public List<Message> remarks() {
        return remarks.stream().map(Supplier::get).toList();
    }

    /// Whether the plan itself names the attribute's reason or a rule gave one.
    public Map<String, Reason> reasons() {
        return reasons;
    }

    /// The record as it will be, as far as rules have come.
    public Snapshot after() {
        var all = new HashMap<String, Object>(before == null ? Map.of() : before.values());
        values.all().forEach((attribute, value) -> {
            if (value == null) {
                all.remove(attribute.code());
            } else {
                all.put(attribute.code(), value);
            }
        });
        return new Snapshot(type, id, all, true);
    }

    public Values values() {
        return values;
    }

    public List<PlanPart> parts() {
        return parts;
    }

    public Plan plan() {
        return plan;
    }

    public Actor actor() {
        return actor;
    }

    /// When the change happens: now, or the time an import gives.
    public Instant at() {
        return at;
    }

    public Lookup lookup() {
        return lookup;
    }

    public List<Problem> problems() {
        return problems;
    }
}
