package org.mainstay.transfer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that something is to be done to, as it was chosen: kept a line each, so that what is done to
/// many is done to those that were many then.
///
/// @param id null where its chooser sees no such record
/// @param number as the record has it, or as somebody wrote it
record Chosen(@Nullable UUID id, String number) {

    static byte[] written(List<Chosen> records) {
        var lines = new StringBuilder();
        for (var one : records) {
            lines.append(one.id == null ? "" : one.id.toString())
                    .append('\t')
                    .append(one.number)
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    static List<Chosen> read(byte[] lines) {
        return new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(Chosen::read)
                .toList();
    }

    private static Chosen read(String line) {
        int tab = line.indexOf('\t');
        var id = line.substring(0, tab);
        return new Chosen(id.isEmpty() ? null : UUID.fromString(id), line.substring(tab + 1));
    }
}
