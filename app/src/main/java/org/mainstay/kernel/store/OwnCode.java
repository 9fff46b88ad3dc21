package org.mainstay.kernel.store;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import tools.jackson.databind.node.StringNode;

/// The numbers of records that carry codes of their own: people's user names, roles' codes.
final class OwnCode {

    private static final Pattern POSSIBLE = Pattern.compile("[a-z0-9][a-z0-9._:@-]{0,79}");

    private OwnCode() {}

    static boolean possible(@Nullable String number) {
        return number != null && POSSIBLE.matcher(number).matches();
    }

    /// What input gives as the number; null where it gives none, and for types that number their records.
    static @Nullable String given(RecordType<?> type, Input values) {
        if (type.prefix() != null || type.coded()) {
            return null;
        }
        return switch (values.values().get(Header.NUMBER.code())) {
            case Input.Given.Json(StringNode node) -> node.stringValue().strip();
            case Input.Given.Text(var text) -> text.strip();
            case null, default -> null;
        };
    }

    static Input without(Input values) {
        var fewer = new LinkedHashMap<>(values.values());
        fewer.remove(Header.NUMBER.code());
        return new Input(fewer);
    }
}
