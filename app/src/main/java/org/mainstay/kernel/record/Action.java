package org.mainstay.kernel.record;

import java.util.List;

/// A verb of a record type. Button, REST, bulk edit, automation, mail and adapters all reach it through
/// here.
///
/// @param <R> the typed view of the subject
public interface Action<R> {

    /// Its code: a bare verb in snake_case; the label is the bundle key `<type>.action.<name>`.
    String name();

    /// What it asks for before it can be done: attributes of the type, or free parameters
    /// ([Attribute#column] of any kind under a code of their own). [Attribute.Trait#REQUIRED] ones must
    /// be answered. The order is the form's.
    default List<Attribute<?>> asks() {
        return List.of();
    }

    /// The codes of the read-only attributes it is there to change, beyond those it asks for: whoever
    /// tries to set one of them is told of this action.
    default List<String> changes() {
        return List.of();
    }

    /// May it be done to this record now, by this actor, and if not, why not?
    Decision permits(R subject, Acting acting);

    /// What doing it means. Called only when [#permits] allowed it.
    ///
    /// @param acting the subject's snapshot, the answers, the actor and the time
    Plan apply(R subject, Acting acting) throws Refusal;

    /// From this rank on an action never stands beside others, but among what is further possible.
    int RARE = 500;

    /// Rank among the actions possible now; the lowest is offered first.
    default int rank() {
        return 100;
    }
}
