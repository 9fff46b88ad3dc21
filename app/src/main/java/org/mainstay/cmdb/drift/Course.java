package org.mainstay.cmdb.drift;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// How a value moved lately. One that comes back again and again flaps; one that goes on and on, as versions do, does
/// not.
///
/// @param moves the oldest first
record Course(List<Move> moves) {

    /// As far as is looked back.
    static final Duration WINDOW = Duration.ofDays(7);

    /// So often within the window a value came back to what it was before: it flaps.
    static final int RETURNS = 3;

    static final Course NONE = new Course(List.of());

    private static final int MOST = 20;
    private static final int HASH = 12;

    /// @param from what it was, as a hash
    /// @param to what it became
    record Move(Instant at, String from, String to) {}

    /// With one more move; those out of the window are forgotten.
    Course moved(Instant at, JsonNode from, JsonNode to) {
        var since = at.minus(WINDOW);
        var all = new ArrayList<>(
                moves.stream().filter(it -> it.at.isAfter(since)).toList());
        all.add(new Move(at, hash(from), hash(to)));
        return new Course(List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }

    /// How often it came back to a value that it had before.
    int returns() {
        var had = new HashSet<String>();
        int returns = 0;
        for (var move : moves) {
            had.add(move.from);
            returns += had.contains(move.to) ? 1 : 0;
        }
        return returns;
    }

    boolean flaps() {
        return returns() >= RETURNS;
    }

    private static String hash(JsonNode value) {
        return UUID.nameUUIDFromBytes(value.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, HASH);
    }

    String text() {
        return moves.stream().map(it -> it.at + " " + it.from + " " + it.to).collect(Collectors.joining("\n"));
    }

    static Course of(String text) {
        return new Course(text.lines()
                .map(it -> it.split(" "))
                .map(it -> new Move(Instant.parse(it[0]), it[1], it[2]))
                .toList());
    }
}
