package org.mainstay.approval;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.secret.Secrets;

/// Links in letters: the letter's id, signed. Nothing that is kept opens one, so a copy of the database decides
/// nothing.
final class Links {

    private static final String USE = "approval link";
    private static final int ID = 16;
    private static final int SIGNATURE = 32;
    private static final int LENGTH = (ID + SIGNATURE) * 4 / 3;

    private final Secrets secrets;

    Links(Secrets secrets) {
        this.secrets = secrets;
    }

    /// The path of the link.
    String path(UUID letter) {
        var id = bytes(letter);
        var signed = ByteBuffer.allocate(ID + SIGNATURE).put(id).put(secrets.sign(USE, id));
        return "/approve/" + Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    /// The letter a link is from; empty where it was not made here.
    Optional<UUID> letter(String token) {
        if (token.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            var signed = Base64.getUrlDecoder().decode(token);
            var id = Arrays.copyOf(signed, ID);
            if (!secrets.verifies(USE, id, Arrays.copyOfRange(signed, ID, signed.length))) {
                return Optional.empty();
            }
            var read = ByteBuffer.wrap(id);
            return Optional.of(new UUID(read.getLong(), read.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
