package org.mainstay.request.form;

import java.util.List;
import java.util.stream.Stream;

/// A condition on answers, facts about the requester and the day, as server and browser understand it. Total: an
/// answer that is missing makes a comparison false, never unknown, so that [Not] means the same everywhere.
public sealed interface Condition {

    record All(List<Condition> of) implements Condition {}

    record Any(List<Condition> of) implements Condition {}

    record Not(Condition of) implements Condition {}

    record Empty(Source of) implements Condition {}

    /// One of the values is the source's, or one of them where it has several.
    record Is(Source of, ValueType type, List<Operand> values) implements Condition {}

    /// The folded text has one of these within.
    record Contains(Source of, List<String> folded) implements Condition {}

    /// @param type one that is ordered
    record Compare(Source of, ValueType type, Sign sign, Operand to) implements Condition {}

    /// Everything that it looks at, each as often as it does.
    default Stream<Source> sources() {
        return switch (this) {
            case All(var of) -> of.stream().flatMap(Condition::sources);
            case Any(var of) -> of.stream().flatMap(Condition::sources);
            case Not(var of) -> of.sources();
            case Empty(var of) -> Stream.of(of);
            case Contains(var of, var _) -> Stream.of(of);
            case Is(var of, var _, var values) ->
                Stream.concat(Stream.of(of), values.stream().flatMap(Operand::sources));
            case Compare(var of, var _, var _, var to) -> Stream.concat(Stream.of(of), to.sources());
        };
    }

    enum Sign {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String text;

        Sign(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        boolean holds(int compared) {
            return switch (this) {
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case MORE -> compared > 0;
                case AT_LEAST -> compared >= 0;
            };
        }
    }

    /// Where a value comes from.
    sealed interface Source {

        record Answered(String code, Part part) implements Source {}

        /// @param name one of [Facts#NAMES]
        record Fact(String name) implements Source {}

        /// The day it is for the requester, by the server's clock.
        record Today() implements Source {}
    }

    /// What of an answer is looked at.
    enum Part {
        WHOLE,
        /// The first day of a period.
        FROM,
        /// Its last day.
        TO,
        /// How many rows or files; none where there are none.
        COUNT
    }

    /// What a source is compared with.
    sealed interface Operand {

        /// @param text the value as its type writes it
        record Literal(String text) implements Operand {}

        /// So many days from today.
        record Days(int days) implements Operand {}

        record Other(Source source) implements Operand {}

        private Stream<Source> sources() {
            return this instanceof Other(var source) ? Stream.of(source) : Stream.of();
        }
    }
}
