package org.mainstay.people.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.secret.Secrets;
import org.mainstay.people.Actors;
import org.mainstay.people.Csrf;
import org.mainstay.people.signin.BasicProofs;
import org.mainstay.people.signin.Busy;
import org.mainstay.people.signin.Scopes;
import org.mainstay.people.signin.Sessions;
import org.mainstay.people.signin.Tokens;

/// Finds out who a request comes from: by token or Basic where it carries an `Authorization` header, else
/// by session.
final class Proving {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final String CSRF_USE = "csrf";
    private static final int LONGEST_HEADER = 4_000;

    private final Sessions sessions;
    private final Tokens tokens;
    private final BasicProofs basics;
    private final Actors actors;
    private final Secrets secrets;

    Proving(Sessions sessions, Tokens tokens, BasicProofs basics, Actors actors, Secrets secrets) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.basics = basics;
        this.actors = actors;
        this.secrets = secrets;
    }

    sealed interface Answer {

        record Known(SignedIn signedIn) implements Answer {}

        record Nobody() implements Answer {}

        /// A proof was given and does not hold.
        record Wrong() implements Answer {}

        /// @param after how long to wait before it is tried again
        record Later(boolean busy, Duration after) implements Answer {}
    }

    /// @param headers whether tokens and Basic are looked at
    Answer prove(HttpServletRequest request, boolean headers) {
        var header = headers ? request.getHeader("Authorization") : null;
        if (header == null) {
            return session(Cookies.session(request));
        }
        if (header.length() <= LONGEST_HEADER && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return token(header.substring(BEARER.length()).strip());
        }
        if (header.length() <= LONGEST_HEADER && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(header.substring(BASIC.length()).strip(), request.getRemoteAddr());
        }
        return new Answer.Wrong();
    }

    private Answer session(@Nullable String secret) {
        if (secret == null) {
            return new Answer.Nobody();
        }
        return sessions.find(secret)
                .flatMap(
                        it -> known(it.person(), it.epoch(), new SignedIn.Proof.Session(it.id(), secret, csrf(secret))))
                .orElseGet(Answer.Nobody::new);
    }

    private Answer token(String token) {
        var live = tokens.find(token).orElse(null);
        if (live == null) {
            return new Answer.Wrong();
        }
        var proof = new SignedIn.Proof.Token(live.id(), live.readOnly(), live.requestsPerSecond());
        return actors.find(live.person(), live.epoch())
                .map(it -> Scopes.narrow(it, live.scopes()))
                .<Answer>map(it -> new Answer.Known(new SignedIn(it, proof)))
                .orElseGet(Answer.Wrong::new);
    }

    private Answer basic(String encoded, String address) {
        var pair = decode(encoded);
        int colon = pair == null ? -1 : pair.indexOf(':');
        if (pair == null || colon < 0) {
            return new Answer.Wrong();
        }
        try {
            return switch (basics.check(pair.substring(0, colon), pair.substring(colon + 1), address)) {
                case BasicProofs.Outcome.Known(var person, var epoch) ->
                    known(person, epoch, new SignedIn.Proof.Basic()).orElseGet(Answer.Wrong::new);
                case BasicProofs.Outcome.Unknown _ -> new Answer.Wrong();
                case BasicProofs.Outcome.Wait(var after) -> new Answer.Later(false, after);
            };
        } catch (Busy e) {
            return new Answer.Later(true, Duration.ofSeconds(Busy.RETRY_AFTER_SECONDS));
        }
    }

    private Optional<Answer> known(UUID person, long epoch, SignedIn.Proof proof) {
        return actors.find(person, epoch).map(it -> new Answer.Known(new SignedIn(it, proof)));
    }

    private static @Nullable String decode(String encoded) {
        try {
            var bytes = Base64.getDecoder().decode(encoded);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    /// Bound to the session: another session's token does not fit.
    Csrf csrf(String session) {
        var signature = secrets.sign(CSRF_USE, session.getBytes(StandardCharsets.UTF_8));
        return new Csrf(Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    boolean fits(String session, @Nullable String token) {
        if (token == null || token.length() > 100) {
            return false;
        }
        try {
            return secrets.verifies(
                    CSRF_USE,
                    session.getBytes(StandardCharsets.UTF_8),
                    Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
