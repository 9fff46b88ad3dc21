package org.mainstay.kernel.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// Secrets nobody can guess, and the fast hash under which they are stored: at 256 bits of chance there
/// is nothing to slow down.
public final class RandomSecret {

    /// Characters of a secret; in base 62 they hold 256 bits.
    public static final int LENGTH = 43;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomSecret() {}

    public static String next() {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /// Whether a text may be one, so that others need not be looked for.
    public static boolean possible(String text) {
        return text.length() == LENGTH && text.chars().allMatch(it -> ALPHABET.indexOf(it) >= 0);
    }

    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
