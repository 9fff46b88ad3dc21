package org.mainstay.kernel.filter;

import java.util.List;
import org.mainstay.kernel.record.RecordType;

/// Leaves out what is put away, unless a filter says something about that or names the records themselves.
final class Shelf {

    private Shelf() {}

    static Filter without(Filter asked, RecordType<?> type) {
        var shelf = type.shelf();
        if (shelf == null || names(asked, shelf.code())) {
            return asked;
        }
        var there = new Filter.Empty(Filter.Path.of(shelf));
        return asked.equals(Filter.EVERYTHING) ? there : new Filter.All(List.of(asked, there));
    }

    private static boolean names(Filter filter, String shelf) {
        return switch (filter) {
            case Filter.All(var of) -> of.stream().anyMatch(it -> names(it, shelf));
            case Filter.Any(var of) -> of.stream().anyMatch(it -> names(it, shelf));
            case Filter.Not(var of) -> names(of, shelf);
            case Filter.Identity _ -> true;
            case Filter.Empty(var path) -> names(path, shelf);
            case Filter.OneOf it -> names(it.path(), shelf);
            case Filter.Contains it -> names(it.path(), shelf);
            case Filter.Compare it -> names(it.path(), shelf);
            case Filter.Words _ -> false;
        };
    }

    private static boolean names(Filter.Path path, String shelf) {
        return path.steps().getFirst().code().equals(shelf);
    }
}
