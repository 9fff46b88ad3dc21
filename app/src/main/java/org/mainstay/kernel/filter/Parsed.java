package org.mainstay.kernel.filter;

import java.util.List;

/// What a filter text came to.
public sealed interface Parsed {

    record Good(Filter filter) implements Parsed {}

    record Bad(List<FilterError> errors) implements Parsed {}
}
