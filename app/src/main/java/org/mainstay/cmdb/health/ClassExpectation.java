package org.mainstay.cmdb.health;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// What is expected of items of a class and of those below it. Its descriptor is [ClassExpectationType].
///
/// @param itemClass null for all
/// @param attributes codes of those that are to be filled, beside what classes above expect
/// @param related null where it is as the class above has it
/// @param uniqueNames whether two items of one class and name may be one thing; null as above
public record ClassExpectation(
        @Nullable String itemClass,
        List<String> attributes,
        @Nullable Related related,
        @Nullable Boolean uniqueNames,
        boolean active) {

    /// What an item ought to be related to.
    public enum Related {
        /// Nothing.
        NO,
        /// Anything.
        ANY,
        /// Something it needs: relations begin at it.
        NEEDS,
        /// Something that needs it: relations end at it.
        NEEDED
    }

    static ClassExpectation of(Snapshot it) {
        return new ClassExpectation(
                it.get(ClassExpectationType.ITEM_CLASS),
                codes(it.get(ClassExpectationType.ATTRIBUTES)),
                it.get(ClassExpectationType.RELATED),
                it.get(ClassExpectationType.UNIQUE_NAMES),
                it.need(ClassExpectationType.ACTIVE));
    }

    static List<String> codes(@Nullable String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.strip().split("[\\s,]+"))
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
    }
}
