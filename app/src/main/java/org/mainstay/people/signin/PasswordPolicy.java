package org.mainstay.people.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mainstay.kernel.record.Message;

/// Which passwords may be chosen: long ones that are not among the first anybody would try. Nothing is
/// asked of their characters.
final class PasswordPolicy {

    static final int SHORTEST = 12;
    static final int LONGEST = 1_000;

    private static final String LIST = "/people/common-passwords.txt";

    private final Set<String> common;

    PasswordPolicy() {
        try (InputStream list = Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream(LIST), LIST)) {
            common = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong with the password; empty when it may be chosen.
    Optional<Message> problem(String given, String userName) {
        var password = Normalizer.normalize(given, Normalizer.Form.NFC);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Message.of("people.password.too_short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            return Optional.of(Message.of("people.password.too_long", LONGEST));
        }
        var plain = password.toLowerCase(Locale.ROOT);
        boolean fewCharacters = plain.chars().distinct().count() < 4;
        if (fewCharacters
                || common.contains(plain)
                || plain.replaceAll("[^a-z0-9]", "").equals(userName)) {
            return Optional.of(Message.of("people.password.common"));
        }
        return Optional.empty();
    }
}
