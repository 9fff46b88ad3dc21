package org.mainstay.people.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.mainstay.kernel.secret.Secrets;
import org.mainstay.people.Audit;

/// HTTP Basic without a password hash per request: a verified pair of user name and password is known for
/// a minute under a keyed hash. Whether the person is still active and has the same password is read
/// every time.
public final class BasicProofs {

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final int MANY = 10_000;
    private static final String USE = "basic-proof";

    private final SignIn signIn;
    private final CredentialQueries credentials;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;
    private final Map<String, Proof> proofs = new ConcurrentHashMap<>();
    private final Lock[] locks = new Lock[64];

    private record Proof(SignIn.Outcome.Known known, Instant until) {}

    BasicProofs(SignIn signIn, CredentialQueries credentials, Secrets secrets, Audit audit, Clock clock) {
        this.signIn = signIn;
        this.credentials = credentials;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    public sealed interface Outcome {

        /// @param epoch of rights, as read with the credential
        record Known(UUID person, long epoch) implements Outcome {}

        record Unknown() implements Outcome {}

        record Wait(Duration atLeast) implements Outcome {}
    }

    /// @throws Busy when too many passwords are being checked
    public Outcome check(String userName, String password, String address) {
        var key = key(userName, password);
        var known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        // Calls with one pair that come together are verified once.
        var lock = locks[Math.floorMod(key.hashCode(), locks.length)];
        lock.lock();
        try {
            return known(key).orElseGet(() -> verify(key, userName, password, address));
        } finally {
            lock.unlock();
        }
    }

    private Outcome verify(String key, String userName, String password, String address) {
        return switch (signIn.check(userName, password, address)) {
            case SignIn.Outcome.Known known -> {
                audit.record(known.person(), Audit.SIGNED_IN, address, Map.of("means", "basic"));
                remember(key, known);
                yield known(key).orElseGet(Outcome.Unknown::new);
            }
            case SignIn.Outcome.Unknown _ -> new Outcome.Unknown();
            case SignIn.Outcome.Wait(var atLeast) -> new Outcome.Wait(atLeast);
        };
    }

    private Optional<Outcome> known(String key) {
        var proof = proofs.get(key);
        if (proof == null || !proof.until.isAfter(clock.instant())) {
            return Optional.empty();
        }
        var standing = credentials
                .standing(proof.known.person())
                .filter(CredentialQueries.Standing::active)
                .filter(it -> it.version() == proof.known.credentialVersion());
        if (standing.isEmpty()) {
            proofs.remove(key);
        }
        return standing.map(it -> new Outcome.Known(proof.known.person(), it.epoch()));
    }

    private void remember(String key, SignIn.Outcome.Known known) {
        var now = clock.instant();
        if (proofs.size() >= MANY) {
            proofs.values().removeIf(it -> !it.until.isAfter(now));
        }
        if (proofs.size() >= MANY) {
            proofs.clear();
        }
        proofs.put(key, new Proof(known, now.plus(KNOWN_FOR)));
    }

    private String key(String userName, String password) {
        var pair = userName + "\0" + password;
        return HexFormat.of().formatHex(secrets.sign(USE, pair.getBytes(StandardCharsets.UTF_8)));
    }
}
