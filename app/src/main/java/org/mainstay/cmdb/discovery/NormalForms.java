package org.mainstay.cmdb.discovery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one form of each kind of identifier. Empty where a value has none.
final class NormalForms {

    /// Longer values are kept by their beginning and their hash, so that an index can hold them.
    private static final int LONGEST = 300;

    private static final Pattern NOT_HEX = Pattern.compile("[^0-9a-f]");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern MAC_SEPARATORS = Pattern.compile("[:.\\-\\s]");
    private static final Pattern UUID =
            Pattern.compile("\\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})}?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "[,.]|\\b(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|gmbh|ag|sa|computer|systems)\\b");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private NormalForms() {}

    static Optional<String> of(String kind, String value) {
        var clean = Texts.clean(value);
        return switch (kind) {
            case Identifier.MAC -> Optional.ofNullable(mac(clean));
            case Identifier.UUID -> Optional.ofNullable(uuid(clean));
            case Identifier.FQDN -> Optional.ofNullable(fqdn(clean));
            case Identifier.IMEI -> Optional.ofNullable(imei(clean));
            case Identifier.IP -> Optional.ofNullable(Addresses.normal(clean));
            case Identifier.SERIAL -> text(clean.toUpperCase(Locale.ROOT)).map(it -> it.toUpperCase(Locale.ROOT));
            case Identifier.NAME_IN_PARENT -> text(clean.toLowerCase(Locale.ROOT));
            default -> text(clean);
        };
    }

    /// A manufacturer is compared without case and legal form: "Dell Inc." and "DELL" are one.
    static @Nullable String scope(String kind, @Nullable String scope) {
        if (scope == null || !kind.equals(Identifier.SERIAL)) {
            return scope;
        }
        var lower = Texts.clean(scope).toLowerCase(Locale.ROOT);
        var bare = spaced(LEGAL_FORM.matcher(lower).replaceAll(" "));
        var known = bare.replace('-', ' ');
        if (known.equals("hewlett packard") || known.equals("hewlett packard enterprise") || known.equals("hpe")) {
            return "hp";
        }
        return bare.isEmpty() ? emptyToNull(spaced(lower)) : bare;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static Optional<String> text(String value) {
        var text = spaced(value);
        if (text.length() > LONGEST) {
            text = Texts.cut(text, LONGEST - 33) + "#" + hash(text);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lower case, pairs between colons.
    static @Nullable String mac(String value) {
        var digits = MAC_SEPARATORS.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("");
        if (digits.startsWith("0x")) {
            digits = digits.substring(2);
        }
        if (!MAC.matcher(digits).matches()) {
            return null;
        }
        var pairs = new StringBuilder(17);
        for (int i = 0; i < 12; i += 2) {
            pairs.append(i == 0 ? "" : ":").append(digits, i, i + 2);
        }
        return pairs.toString();
    }

    /// Whether somebody made the address up, instead of a maker who owns its prefix.
    static boolean locallyAdministered(String mac) {
        return (Character.digit(mac.charAt(1), 16) & 2) != 0;
    }

    /// Whether it is the address of a group and so of nobody.
    static boolean group(String mac) {
        return (Character.digit(mac.charAt(1), 16) & 1) != 0;
    }

    /// Lower case, as agents send it. Older firmware of Dell shows the word DELL in front unswapped; agents of today
    /// swap it.
    static @Nullable String uuid(String value) {
        var match = UUID.matcher(value.toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return null;
        }
        var uuid = match.group(1);
        return uuid.startsWith("44454c4c-") ? swapped(uuid) : uuid;
    }

    static String swapped(String uuid) {
        var first = uuid.substring(6, 8) + uuid.substring(4, 6) + uuid.substring(2, 4) + uuid.substring(0, 2);
        var second = uuid.substring(11, 13) + uuid.substring(9, 11);
        var third = uuid.substring(16, 18) + uuid.substring(14, 16);
        return first + "-" + second + "-" + third + uuid.substring(18);
    }

    /// Lower case, without the dot at the end; two labels at least, and no address.
    static @Nullable String fqdn(String value) {
        var name = value.toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.length() > 253 || Addresses.normal(name) != null) {
            return null;
        }
        var labels = name.split("\\.", -1);
        for (var label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return null;
            }
        }
        return labels.length < 2 ? null : name;
    }

    private static @Nullable String imei(String value) {
        var digits = NOT_HEX.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("");
        return digits.matches("[0-9]{14,16}") ? digits : null;
    }
}
