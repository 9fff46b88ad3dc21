package org.mainstay.transfer.configuration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// The configuration as it stands.
///
/// @param records by type and name
/// @param names of the records in the document
record Standing(Document document, Map<String, Map<String, Snapshot>> records, Map<UUID, String> names) {

    @Nullable
    Snapshot record(String type, String name) {
        return of(type).get(name);
    }

    Map<String, Snapshot> of(String type) {
        return records.getOrDefault(type, new HashMap<>());
    }

    String text() {
        return DocumentWriter.write(document);
    }

    /// Another one for another text.
    static String mark(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
