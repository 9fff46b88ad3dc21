package org.mainstay.kernel.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;

/// Who may see, create and change the records of one type; one bean per type. A type without a rule is
/// readable by administrators only (configuration types: by every signed-in person).
public interface AccessRule {

    /// Code of the record type.
    String type();

    /// The records the actor may see. Each clause of a top-level [Filter.Any] is one reason; the clauses'
    /// order is the order in which [Access#explain] names them.
    Filter visible(Actor actor);

    /// @param organisation the one the new record would belong to
    Decision create(Actor actor, UUID organisation);

    /// May the actor edit the record at all? Asked only for records that are visible. Actions answer for
    /// themselves.
    Decision edit(Actor actor, Snapshot subject);

    /// May the actor read this sensitive attribute of this record although they lack the permission for
    /// it?
    default boolean reads(Actor actor, Attribute<?> attribute, Snapshot subject) {
        return false;
    }

    /// May the actor set this attribute, on create (`subject` null) or by an edit?
    default boolean writes(Actor actor, Attribute<?> attribute, @Nullable Snapshot subject) {
        return true;
    }

    default Decision delete(Actor actor, Snapshot subject) {
        return actor.may("admin", subject.organisation())
                ? Decision.allowed("kernel.access.administrator")
                : Decision.denied("kernel.access.administrators_only");
    }

    /// What a record gave when it was deleted it gives again when it is back, and no rule is asked then: types whose
    /// records give rights leave it to administrators.
    default Decision restore(Actor actor, Snapshot subject) {
        return delete(actor, subject);
    }

    /// Whether whoever sees a record that refers to one of these may read its number and label, even
    /// where the record itself is not visible to them: names of people and groups on a ticket.
    default boolean openLabels() {
        return false;
    }

    /// The bundle key that explains clause `index` of a top-level [Filter.Any] of [#visible].
    default String reason(int index) {
        return "kernel.access.rule";
    }
}
