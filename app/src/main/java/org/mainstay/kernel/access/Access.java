package org.mainstay.kernel.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// The one choke point: what an actor may see and do, by record type and attribute. Every list, count,
/// sort, search, autocomplete, export, history and attachment passes through [#visible]. Deny by default.
public final class Access {

    private final Map<String, AccessRule> rules = new HashMap<>();

    public Access(List<AccessRule> contributed) {
        contributed.forEach(it -> {
            if (rules.put(it.type(), it) != null) {
                throw new IllegalArgumentException("two access rules for " + it.type());
            }
        });
    }

    /// The records of the type that the actor may see, as a condition to be added to every read.
    public Filter visible(RecordType<?> type, Actor actor) {
        if (actor instanceof Actor.Machine || everything(actor)) {
            return Filter.EVERYTHING;
        }
        var rule = rules.get(type.code());
        if (rule != null) {
            return rule.visible(actor);
        }
        return type.configuration() ? Filter.EVERYTHING : Filter.NOTHING;
    }

    public Decision create(RecordType<?> type, Actor actor, UUID organisation) {
        if (actor.may(Grants.ADMIN, organisation)) {
            return Decision.allowed("kernel.access.administrator");
        }
        var rule = rules.get(type.code());
        return rule == null ? Decision.denied("kernel.access.administrators_only") : rule.create(actor, organisation);
    }

    public Decision edit(Snapshot subject, Actor actor) {
        if (actor.may(Grants.ADMIN, subject.organisation())) {
            return Decision.allowed("kernel.access.administrator");
        }
        var rule = rules.get(subject.type().code());
        return rule == null ? Decision.denied("kernel.access.administrators_only") : rule.edit(actor, subject);
    }

    public Decision delete(Snapshot subject, Actor actor) {
        if (!subject.type().deletable()) {
            return Decision.denied("kernel.access.not_deletable");
        }
        var rule = rules.get(subject.type().code());
        if (rule == null) {
            return actor.may(Grants.ADMIN, subject.organisation())
                    ? Decision.allowed("kernel.access.administrator")
                    : Decision.denied("kernel.access.administrators_only");
        }
        return rule.delete(actor, subject);
    }

    /// May the actor bring the deleted record back?
    public Decision restore(Snapshot subject, Actor actor) {
        var rule = rules.get(subject.type().code());
        if (!subject.type().deletable()) {
            return Decision.denied("kernel.access.not_deletable");
        }
        if (actor instanceof Actor.Machine || everything(actor)) {
            return Decision.allowed("kernel.access.administrator");
        }
        return rule == null ? Decision.denied("kernel.access.administrators_only") : rule.restore(actor, subject);
    }

    /// An attribute one may not read does not exist for them. In lists, filters and orders a sensitive one
    /// exists for those who may read it in every organisation whose records they see.
    public boolean reads(RecordType<?> type, Attribute<?> attribute, Actor actor) {
        if (!attribute.has(Trait.SENSITIVE)) {
            return true;
        }
        return switch (actor) {
            case Actor.Machine _ -> true;
            case Actor.Person person -> person.grants().throughout(sensitive(type), person.organisation());
        };
    }

    /// The same for one record: its organisation decides, and it may be the actor's own.
    ///
    /// @param subject null when the record is being created
    public boolean reads(RecordType<?> type, Attribute<?> attribute, Actor actor, @Nullable Snapshot subject) {
        if (reads(type, attribute, actor)) {
            return true;
        }
        if (subject == null) {
            return actor.may(sensitive(type));
        }
        var rule = rules.get(type.code());
        return actor.may(sensitive(type), subject.organisation())
                || (rule != null && rule.reads(actor, attribute, subject));
    }

    private static String sensitive(RecordType<?> type) {
        return type.code() + ":sensitive";
    }

    /// @param subject null when the record is being created
    public boolean writes(RecordType<?> type, Attribute<?> attribute, Actor actor, @Nullable Snapshot subject) {
        var rule = rules.get(type.code());
        return reads(type, attribute, actor, subject)
                && (rule == null || everything(actor) || rule.writes(actor, attribute, subject));
    }

    /// The attributes of the type that exist for the actor, in the type's order.
    public List<Attribute<?>> readable(RecordType<?> type, Actor actor) {
        return type.attributes().stream().filter(it -> reads(type, it, actor)).toList();
    }

    /// The attributes that the record has and that exist for the actor, in the type's order.
    public List<Attribute<?>> readable(Snapshot subject, Actor actor) {
        var type = subject.type();
        return type.attributes().stream()
                .filter(it -> it.applies(subject::get) && reads(type, it, actor, subject))
                .toList();
    }

    /// Whether labels of the type's records are shown wherever a visible record refers to them.
    public boolean openLabels(RecordType<?> type) {
        var rule = rules.get(type.code());
        return type.configuration() || (rule != null && rule.openLabels());
    }

    /// The rule of the type, for explanations.
    public @Nullable AccessRule rule(RecordType<?> type) {
        return rules.get(type.code());
    }

    private static boolean everything(Actor actor) {
        return actor instanceof Actor.Person person && person.grants().everywhere(Grants.ADMIN);
    }
}
