package org.mainstay.kernel.database;

/// A reason not to start that a person can act upon. It reaches them as the one sentence it is, without a
/// stack trace.
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
