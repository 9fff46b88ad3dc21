package org.mainstay.kernel.definition;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;

/// Definitions are read by everybody who is signed in and owned by administrators; what is in use stays.
///
/// @param used why the definition stays; empty when nothing needs it
public record DefinitionAccess(String type, Function<Snapshot, Optional<Message>> used) implements AccessRule {

    /// @param used whether anything needs the definition
    public static DefinitionAccess of(String type, Predicate<Snapshot> used) {
        var why = Message.of("kernel.definition.in_use");
        return new DefinitionAccess(type, it -> used.test(it) ? Optional.of(why) : Optional.empty());
    }

    @Override
    public Filter visible(Actor actor) {
        return Filter.EVERYTHING;
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return administrator(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return administrator(actor, subject.organisation());
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        var decision = administrator(actor, subject.organisation());
        return decision.yes()
                ? used.apply(subject).<Decision>map(Decision.Denied::new).orElse(decision)
                : decision;
    }

    private static Decision administrator(Actor actor, UUID organisation) {
        return actor.may(Grants.ADMIN, organisation)
                ? Decision.allowed("kernel.access.administrator")
                : Decision.denied("kernel.access.administrators_only");
    }
}
