package org.mainstay.kernel.filter;

import java.util.List;

/// A filter text as a whole and by its terms.
///
/// @param terms that together mean the whole, in their order; empty where the text cannot be read, is blank, or
///     where alternatives stand beside each other at its top
public record Split(Parsed whole, List<Term> terms) {

    /// @param text as it was written
    /// @param filter what it means
    public record Term(String text, Filter filter) {}
}
