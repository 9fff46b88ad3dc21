package org.mainstay.kernel.job;

/// A job that cannot be done, for a reason its owner can mend.
public final class JobRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public JobRefused(String reason) {
        super(reason);
    }
}
