package org.mainstay.people.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody sees of themselves.
///
/// @param absences that are not over
/// @param away what was typed of another one
/// @param secret of a token that was just made
public record Profile(
        String name,
        long version,
        String phone,
        String language,
        String zone,
        List<String> languages,
        List<SessionLine> sessions,
        List<TokenLine> tokens,
        List<AbsenceLine> absences,
        Away away,
        @Nullable String secret,
        @Nullable String message,
        @Nullable String problem) {

    public record SessionLine(String id, String address, String agent, String lastSeen, boolean current) {}

    /// @param when from when to when, in words
    /// @param substitute who stands in; empty for nobody
    public record AbsenceLine(String number, String when, String substitute, String note) {}

    /// An absence as it is typed: days, and a person by name.
    public record Away(String from, String to, String substitute, String note) {

        static final Away NOTHING = new Away("", "", "", "");
    }

    public record TokenLine(String id, String name, String scopes, String expires) {}
}
