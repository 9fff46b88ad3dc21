package org.mainstay.kernel.filter;

import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;

/// A condition over one record type. An attribute that is empty (or lies behind a reference that is empty
/// or not visible) makes a comparison false, never unknown, so that [Not] means the same in SQL and in
/// memory.
public sealed interface Filter {

    /// True for every record; an empty conjunction.
    Filter EVERYTHING = new All(List.of());

    /// True for no record; an empty disjunction.
    Filter NOTHING = new Any(List.of());

    record All(List<Filter> of) implements Filter {}

    record Any(List<Filter> of) implements Filter {}

    record Not(Filter of) implements Filter {}

    /// The record is one of these.
    record Identity(List<UUID> ids) implements Filter {}

    record Empty(Path path) implements Filter {}

    /// The value is one of these; a set of references has one of these; a tree pick is one of these or
    /// below it. Texts compare folded, numbers of records as they stand; a prose has the text somewhere
    /// within.
    ///
    /// @param values of the attribute's Java type, or [Operand]s
    record OneOf(Path path, List<?> values) implements Filter {}

    /// The folded text contains this folded text.
    record Contains(Path path, String folded) implements Filter {}

    /// @param value of the attribute's Java type, or an [Operand]
    record Compare(Path path, Comparison comparison, Object value) implements Filter {}

    /// Every word (already folded) is a substring of a searched attribute.
    ///
    /// @param walked whether it is tested record by record while a list is walked in its order; says how it is
    ///     looked for, not what is meant
    record Words(List<String> folded, boolean walked) implements Filter {

        public Words(List<String> folded) {
            this(folded, false);
        }
    }

    enum Comparison {
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST
    }

    /// An attribute of the record, or of a record it refers to: `caller.department`.
    ///
    /// @param steps references, then the attribute; at most four
    record Path(List<Attribute<?>> steps) {

        public Path {
            steps = List.copyOf(steps);
        }

        public static Path of(Attribute<?> attribute) {
            return new Path(List.of(attribute));
        }

        public Attribute<?> last() {
            return steps.getLast();
        }
    }

    /// A value that depends on who asks and when.
    sealed interface Operand {

        /// The person who asks.
        record Me() implements Operand {}

        /// The groups of the person who asks.
        record MyGroups() implements Operand {}

        /// Now, moved by an ISO amount: `-7d` is seven times 24 hours ago, `-2w`, `+3h`, `-30min`.
        record FromNow(long seconds) implements Operand {}

        /// The start of a day in the asker's zone: `today` is 0, `yesterday` -1.
        record StartOfDay(int days) implements Operand {}
    }

    static Filter all(Filter... of) {
        return new All(List.of(of));
    }

    static Filter any(Filter... of) {
        return new Any(List.of(of));
    }

    static Filter is(Attribute<?> attribute, Object... values) {
        return new OneOf(Path.of(attribute), List.of(values));
    }
}
