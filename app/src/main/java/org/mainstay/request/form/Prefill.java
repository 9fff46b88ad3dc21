package org.mainstay.request.form;

/// What a question begins with.
public sealed interface Prefill {

    /// @param answer as if somebody had typed it
    record Literal(Answer answer) implements Prefill {}

    /// @param name one of [Facts#NAMES]
    record Fact(String name) implements Prefill {}

    /// Of an earlier question of the same kind.
    record Other(String code) implements Prefill {}
}
