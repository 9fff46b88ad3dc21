package org.mainstay.reporting;

import java.util.List;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;

/// What a tile asks cannot be asked, at least not by this reader.
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient List<FilterError> filter;

    private Unreadable(List<Problem> problems, List<FilterError> filter) {
        super("unreadable", null, false, false);
        this.problems = problems;
        this.filter = filter;
    }

    Unreadable(String attribute, Message reason) {
        this(List.of(new Problem(attribute, reason)), List.of());
    }

    static Unreadable filter(List<FilterError> errors) {
        return new Unreadable(
                errors.stream()
                        .map(it -> new Problem(TileType.FILTER.code(), it.reason()))
                        .toList(),
                errors);
    }

    /// With the attribute of the tile that each is about.
    List<Problem> problems() {
        return problems;
    }

    /// Where in the filter's text.
    List<FilterError> filter() {
        return filter;
    }
}
