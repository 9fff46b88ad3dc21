package org.mainstay.kernel.database;

import org.springframework.boot.ExitCodeGenerator;

/// A reason not to start that a person can act upon. It reaches them as the one sentence it is, without a stack trace.
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    @Override
    public int getExitCode() {
        return 1;
    }
}
