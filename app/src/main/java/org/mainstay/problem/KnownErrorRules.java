package org.mainstay.problem;

import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;
import org.mainstay.problem.KnownError.State;

/// A known error is of its problem's organisation, and offers something as long as it is published.
final class KnownErrorRules implements Rule {

    @Override
    public String type() {
        return "known_error";
    }

    @Override
    public void apply(Draft draft) {
        belongs(draft);
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
