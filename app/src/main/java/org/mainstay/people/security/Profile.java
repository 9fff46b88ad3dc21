package org.mainstay.people.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody sees of themselves.
///
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
        @Nullable String secret,
        @Nullable String message,
        @Nullable String problem) {

    public record SessionLine(String id, String address, String agent, String lastSeen, boolean current) {}

    public record TokenLine(String id, String name, String scopes, String expires) {}
}
