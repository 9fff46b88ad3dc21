package org.mainstay.people;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.store.Installation;

/// The one password of a demo's cast: the setting `mainstay.demo-password`, else a random one that stays
/// the same for the installation. A demo listens on this machine only.
public final class DemoPassword {

    private static final String FACT = "demo_password";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;

    private final Installation installation;
    private final boolean demo;
    private final @Nullable String configured;

    /// @param configured null for a random one
    DemoPassword(Installation installation, boolean demo, @Nullable String configured) {
        this.installation = installation;
        this.demo = demo;
        this.configured = configured;
    }

    public boolean demo() {
        return demo;
    }

    /// Whether nobody chose it, so that it is worth printing.
    public boolean random() {
        return configured == null || configured.isBlank();
    }

    /// @throws IllegalStateException outside a demo
    public String password() {
        if (!demo) {
            throw new IllegalStateException("this is no demo");
        }
        return configured == null || configured.isBlank() ? installation.settle(FACT, next()) : configured;
    }

    private static String next() {
        var chance = new SecureRandom();
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
