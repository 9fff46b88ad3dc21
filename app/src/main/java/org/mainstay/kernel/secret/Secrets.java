package org.mainstay.kernel.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.store.Installation;

/// Keys, one per use, derived from the installation's secret: the setting `mainstay.secret`, else one
/// that was made once and lies in the database. What was signed under `mainstay.secret-previous` still
/// verifies.
public final class Secrets {

    private static final int SHORTEST = 32;
    private static final String FACT = "secret";

    private final List<Supplier<byte[]>> masters = new ArrayList<>();
    private final Map<String, List<byte[]>> keys = new ConcurrentHashMap<>();

    /// @param configured null where the database keeps the secret
    /// @param previous the secret before the last rotation
    public Secrets(Installation installation, @Nullable String configured, @Nullable String previous) {
        if (configured == null || configured.isBlank()) {
            masters.add(() -> installation.settle(FACT, random()).getBytes(StandardCharsets.UTF_8));
        } else {
            masters.add(checked("mainstay.secret", configured));
        }
        if (previous != null && !previous.isBlank()) {
            masters.add(checked("mainstay.secret-previous", previous));
        }
    }

    private static Supplier<byte[]> checked(String setting, String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "The setting " + setting + " is too short: " + SHORTEST + " characters at least.");
        }
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        return () -> bytes;
    }

    /// The key of a use: 32 bytes, always the same for the same secret.
    public byte[] key(String use) {
        return keys(use).getFirst().clone();
    }

    /// The message's signature under the current key.
    public byte[] sign(String use, byte[] message) {
        return mac(keys(use).getFirst(), message);
    }

    /// Whether the signature was made under the current key or the previous one.
    public boolean verifies(String use, byte[] message, byte[] signature) {
        boolean verified = false;
        for (byte[] key : keys(use)) {
            verified |= MessageDigest.isEqual(mac(key, message), signature);
        }
        return verified;
    }

    private List<byte[]> keys(String use) {
        return keys.computeIfAbsent(
                use,
                it -> masters.stream().map(master -> derive(master.get(), it)).toList());
    }

    private static byte[] derive(byte[] master, String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(master)
                            .thenExpand(use.getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is part of the Java platform", e);
        }
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
