package org.mainstay.problem;

import org.mainstay.conversation.Link;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// Says in a preview of how many incidents a problem is made.
final class FromIncidentsRules implements Rule {

    @Override
    public String type() {
        return "problem";
    }

    @Override
    public void apply(Draft draft) {
        long causes = draft.parts().stream().filter(Link.class::isInstance).count();
        if (draft.created() && causes > 0) {
            draft.remark("problem.from_incidents.causes", causes);
        }
    }
}
