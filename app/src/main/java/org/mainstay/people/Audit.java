package org.mainstay.people;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to access: sign-ins, failures, tokens, grants, exports. It is only ever added to, in the
/// caller's transaction where there is one.
public final class Audit {

    /// Sign-in, by password or Basic.
    public static final String SIGNED_IN = "signed_in";

    public static final String SIGN_IN_FAILED = "sign_in_failed";
    public static final String SIGN_IN_DELAYED = "sign_in_delayed";
    public static final String SIGNED_OUT = "signed_out";
    public static final String SESSION_ENDED = "session_ended";
    public static final String PASSWORD_CHANGED = "password_changed";
    public static final String TOKEN_CREATED = "token_created";
    public static final String TOKEN_REVOKED = "token_revoked";
    public static final String LINK_CREATED = "set_up_link_created";
    public static final String LINK_USED = "set_up_link_used";
    public static final String GRANTED = "granted";
    public static final String GRANT_REMOVED = "grant_removed";
    public static final String EXPORTED = "exported";

    private final AuditQueries queries;
    private final Clock clock;

    Audit(AuditQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /// @param actor null where nobody is signed in
    /// @param address where the request came from; null for what came from no request
    /// @param detail never a secret
    public void record(@Nullable UUID actor, String event, @Nullable String address, Map<String, String> detail) {
        queries.add(clock.instant().truncatedTo(ChronoUnit.MICROS), actor, event, address, detail);
    }
}
