package org.mainstay.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Rule;
import org.mainstay.problem.KnownError.State;

/// A known error is of its problem's organisation, begins with what that one says, and offers something as long as it
/// is published.
final class KnownErrorRules implements Rule {

    @Override
    public String type() {
        return "known_error";
    }

    @Override
    public void apply(Draft draft) {
        belongs(draft);
        if (draft.created() && !draft.plan().asItWas()) {
            begins(draft);
        }
        var state = draft.get(KnownErrorType.STATE);
        if (state == null || draft.plan().asItWas()) {
            return;
        }
        var workaround = draft.get(KnownErrorType.WORKAROUND);
        boolean empty = workaround == null || workaround.isBlank();
        if (state == State.PUBLISHED && empty && draft.changes(KnownErrorType.WORKAROUND)) {
            draft.refuse(KnownErrorType.WORKAROUND, "known_error.workaround.needed");
        }
        if (draft.changes(KnownErrorType.STATE)) {
            if (state == State.PUBLISHED) {
                draft.set(KnownErrorType.PUBLISHED_AT, draft.at());
            }
            draft.set(KnownErrorType.RETIRED_AT, state == State.RETIRED ? draft.at() : null);
        }
    }

    /// What nobody said of it is as in the problem.
    private static void begins(Draft draft) {
        Optional.ofNullable(draft.get(KnownErrorType.PROBLEM))
                .flatMap(it -> draft.lookup().get(ProblemType.PROBLEM, it))
                .ifPresent(problem -> {
                    take(draft, KnownErrorType.CAUSE, problem.get(ProblemType.CAUSE));
                    take(draft, KnownErrorType.WORKAROUND, problem.get(ProblemType.WORKAROUND));
                    take(draft, KnownErrorType.CATEGORY, problem.get(ProblemType.CATEGORY));
                    take(draft, KnownErrorType.SERVICE, problem.get(ProblemType.SERVICE));
                    take(draft, KnownErrorType.CONFIGURATION_ITEM, problem.get(ProblemType.CONFIGURATION_ITEM));
                });
    }

    private static <T> void take(Draft draft, Attribute<T> attribute, @Nullable T value) {
        if (draft.get(attribute) == null && value != null) {
            draft.set(attribute, value, Message.of("known_error.from_problem"), draft.get(KnownErrorType.PROBLEM));
        }
    }

    private static void belongs(Draft draft) {
        var of = draft.get(KnownErrorType.PROBLEM);
        if (of == null || !draft.changes(KnownErrorType.PROBLEM)) {
            return;
        }
        draft.lookup().get(ProblemType.PROBLEM, of).ifPresent(problem -> {
            if (draft.get(Header.ORGANISATION) == null) {
                draft.set(Header.ORGANISATION, problem.organisation());
            } else if (!problem.organisation().equals(draft.get(Header.ORGANISATION))) {
                draft.refuse(KnownErrorType.PROBLEM, "known_error.other_organisation");
            }
        });
    }
}
