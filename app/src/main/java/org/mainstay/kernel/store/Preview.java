package org.mainstay.kernel.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;

/// What a plan would do to one record.
///
/// @param number null for a record that would be created
/// @param changes attribute code to its old and new value (Java values of the kind; null for empty)
/// @param parts kinds of the comments, links and the like it would add
/// @param remarks what rules have to say beside the changes
public record Preview(
        UUID id,
        String type,
        @Nullable String number,
        Map<String, Change> changes,
        List<String> parts,
        List<Message> remarks) {

    public record Change(@Nullable Object old, @Nullable Object now) {}
}
