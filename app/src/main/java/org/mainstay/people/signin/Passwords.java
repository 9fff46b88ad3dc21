package org.mainstay.people.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passwords under argon2id. Hashing takes tens of megabytes and a good part of a second, so only as many
/// run at once as there are cores, few wait, and whoever would wait longer is told to come again.
final class Passwords {

    /// @param memory KiB
    record Cost(int memory, int iterations, int parallelism) {}

    static final Cost COST = new Cost(19 * 1024, 2, 1);

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int WAITING = 20;
    private static final long LONGEST_WAIT_SECONDS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final Semaphore running;
    private final Semaphore admitted;
    private final String dummy;

    Passwords() {
        int cores = Runtime.getRuntime().availableProcessors();
        running = new Semaphore(cores, true);
        admitted = new Semaphore(cores + WAITING);
        dummy = encode(COST, new byte[SALT], new byte[HASH]);
    }

    /// @return the hash with its parameters, as the argon2 reference encodes it
    /// @throws Busy when too many are waiting
    String hash(String password) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return guarded(() -> encode(COST, salt, derive(password, COST, salt)));
    }

    /// @throws Busy when too many are waiting
    boolean matches(String password, String encoded) {
        var parts = encoded.split("\\$");
        var cost = cost(parts[3]);
        var salt = Base64.getDecoder().decode(parts[4]);
        var expected = Base64.getDecoder().decode(parts[5]);
        return guarded(() -> MessageDigest.isEqual(expected, derive(password, cost, salt)));
    }

    /// As much work as a real comparison, for accounts there are none of.
    void pretend(String password) {
        matches(password, dummy);
    }

    /// Whether the hash was made with other parameters than today's.
    boolean outdated(String encoded) {
        return !cost(encoded.split("\\$")[3]).equals(COST);
    }

    private <T> T guarded(Supplier<T> work) {
        if (!admitted.tryAcquire()) {
            throw new Busy();
        }
        try {
            if (!running.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
            try {
                return work.get();
            } finally {
                running.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } finally {
            admitted.release();
        }
    }

    private static byte[] derive(String password, Cost cost, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory)
                .withIterations(cost.iterations)
                .withParallelism(cost.parallelism)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String encode(Cost cost, byte[] salt, byte[] hash) {
        return "$argon2id$v=19$m=" + cost.memory + ",t=" + cost.iterations + ",p=" + cost.parallelism + "$"
                + ENCODER.encodeToString(salt) + "$" + ENCODER.encodeToString(hash);
    }

    private static Cost cost(String parameters) {
        var values = parameters.split("[=,]");
        return new Cost(Integer.parseInt(values[1]), Integer.parseInt(values[3]), Integer.parseInt(values[5]));
    }
}
