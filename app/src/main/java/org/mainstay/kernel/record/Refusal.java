package org.mainstay.kernel.record;

import java.util.List;

/// An action's answers cannot be accepted.
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Refusal(Problem... problems) {
        super(problems.length == 0 ? "" : problems[0].reason().key(), null, false, false);
        this.problems = List.of(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
