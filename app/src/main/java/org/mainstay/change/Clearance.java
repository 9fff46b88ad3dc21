package org.mainstay.change;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;

/// Whether a change may be done, by those who were asked.
interface Clearance {

    /// Nobody is asked, and nothing is allowed.
    Clearance NONE = new Clearance() {
        @Override
        public Optional<Decision.Denied> missing(Snapshot change) {
            return Optional.of(new Decision.Denied(org.mainstay.kernel.record.Message.of("change.permits.approval")));
        }

        @Override
        public boolean asked(Snapshot change) {
            return false;
        }

        @Override
        public void ask(Plan plan, Acting acting) {
            throw new IllegalStateException("nobody can be asked");
        }

        @Override
        public void withdraw(Plan plan, Acting acting, @Nullable String reason) {
            throw new IllegalStateException("nobody was asked");
        }
    };

    /// Why it may not be done as it is planned now; empty where everybody who has to agree did.
    Optional<Decision.Denied> missing(Snapshot change);

    /// Whether somebody has still to decide.
    boolean asked(Snapshot change);

    /// Adds to the plan that those who have to agree are asked; where there is nobody, that it is scheduled.
    void ask(Plan plan, Acting acting);

    /// Adds to the plan that nobody is asked any more.
    void withdraw(Plan plan, Acting acting, @Nullable String reason);
}
