package org.mainstay.authorisation;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mainstay.authorisation.Matrix.Outcome;
import org.mainstay.authorisation.Matrix.Route;
import org.mainstay.authorisation.Matrix.Visitor;
import org.mainstay.kernel.record.RecordType;

/// Who comes by which way to the records of a type: everybody by all of them where rules differ from record to
/// record, fewer where one rule answers for the whole type.
final class Attendance {

    private static final Set<String> WHOLE = Set.of("incident", "person", "request", "configuration_item", "approval");

    /// The ways to every type; what hangs on its records is asked of a third of the types, each way of another third.
    private static final Pattern MAIN =
            Pattern.compile("(?:/api/v1)?/\\{collection[^}]*}(?:/\\{key}|/new)?(?:/edit|/delete)?");

    private static final int THIRD = 3;

    private Attendance() {}

    static boolean goes(Route route, RecordType<?> type) {
        return !route.path().contains("{collection")
                || WHOLE.contains(type.code())
                || MAIN.matcher(route.path()).matches()
                || Math.floorMod((route + type.code()).hashCode(), THIRD) == 0;
    }

    /// The first and the last of each row of visitors who are answered alike.
    ///
    /// @param all in the order of the matrix
    static List<Visitor> of(RecordType<?> type, List<Visitor> all, Function<Visitor, Outcome> expected) {
        if (WHOLE.contains(type.code())) {
            return all;
        }
        var outcomes = all.stream().map(expected).toList();
        int last = all.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(it -> it == 0
                        || it == last
                        || outcomes.get(it) != outcomes.get(it - 1)
                        || outcomes.get(it) != outcomes.get(it + 1))
                .mapToObj(all::get)
                .toList();
    }
}
