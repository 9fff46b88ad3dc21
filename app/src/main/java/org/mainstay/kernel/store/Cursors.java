package org.mainstay.kernel.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where a page ended, signed: a cursor holds only for the actor, type, filter and order it was given out
/// for.
public final class Cursors {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int SIGNATURE = 16;
    private static final int LONGEST = 4_000;

    private final Supplier<byte[]> key;

    Cursors(Supplier<byte[]> key) {
        this.key = key;
    }

    /// @param scope everything the cursor is bound to
    /// @param position the values of the order's keys, then the id, as texts; null where empty
    public String seal(String scope, List<@Nullable String> position) {
        var array = JsonNodeFactory.instance.arrayNode();
        position.forEach(it -> array.add(it));
        var payload = array.toString().getBytes(StandardCharsets.UTF_8);
        var sealed = ByteBuffer.allocate(SIGNATURE + payload.length)
                .put(sign(scope, payload))
                .put(payload)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// @throws BadQuery when it was forged or belongs to another actor, filter or order
    public List<@Nullable String> open(String scope, String cursor, int size) {
        try {
            var sealed = cursor.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
            if (sealed.length > SIGNATURE) {
                var payload = Arrays.copyOfRange(sealed, SIGNATURE, sealed.length);
                var signature = Arrays.copyOf(sealed, SIGNATURE);
                if (MessageDigest.isEqual(signature, sign(scope, payload))) {
                    var position = MAPPER.readTree(payload);
                    if (position.size() == size) {
                        return texts(position);
                    }
                }
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw new BadQuery("cursor", "kernel.list.bad_cursor");
        }
        throw new BadQuery("cursor", "kernel.list.bad_cursor");
    }

    private static List<@Nullable String> texts(JsonNode array) {
        var texts = new ArrayList<@Nullable String>();
        array.forEach(it -> texts.add(it.isNull() ? null : it.stringValue()));
        return texts;
    }

    private byte[] sign(String scope, byte[] payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(payload);
            return Arrays.copyOf(mac.doFinal(), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
        }
    }
}
