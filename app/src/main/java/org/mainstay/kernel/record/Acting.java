package org.mainstay.kernel.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The circumstances of an action: on what, by whom, when, with which answers.
///
/// @param subject the record as the actor sees it
/// @param answers to the action's questions; empty while only [Action#permits] is asked
/// @param lookup reads as the actor
public record Acting(Snapshot subject, Actor actor, Instant now, Values answers, Lookup lookup) {

    public <T> @Nullable T answer(Attribute<T> question) {
        return answers.get(question);
    }

    /// Whether the actor holds the permission for the subject's organisation.
    public boolean may(String permission) {
        return actor.may(permission, subject.organisation());
    }

    /// A plan caused by the named action with an edit of the subject that already holds those answers
    /// that are attributes of its type.
    public Plan plan(Action<?> action) {
        var plan = Plan.of(Cause.action(action.name()));
        var edit = plan.edit(subject);
        answers.all().forEach((attribute, value) -> {
            if (subject.type()
                    .attribute(attribute.code())
                    .filter(it -> it == attribute)
                    .isPresent()) {
                edit.values().put(attribute, value);
            }
        });
        return plan;
    }
}
