package org.mainstay.approval;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;

/// What verbs ask for.
final class Questions {

    static final Attribute<String> COMMENT = Attribute.column("comment", new Kind.Prose(4_000));
    static final Attribute<String> REASON = Attribute.column("why", new Kind.Prose(4_000), REQUIRED);
    static final Attribute<String> QUESTION = Attribute.column("question", new Kind.Prose(4_000), REQUIRED);
    static final Attribute<String> ANSWER = Attribute.column("answer", new Kind.Prose(4_000), REQUIRED);
    static final Attribute<UUID> TO = Attribute.column("to", new Kind.Reference("person"), REQUIRED);
    static final Attribute<UUID> FROM = Attribute.column("from", new Kind.Reference("person"));

    private Questions() {}

    static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
