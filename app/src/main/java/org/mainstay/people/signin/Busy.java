package org.mainstay.people.signin;

/// More people prove who they are than the machine can check now; to be tried again in some seconds.
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public static final int RETRY_AFTER_SECONDS = 5;

    Busy() {
        super("too many passwords to check", null, false, false);
    }
}
