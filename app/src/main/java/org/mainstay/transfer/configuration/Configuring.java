package org.mainstay.transfer.configuration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.store.Installation;
import org.mainstay.people.Permissions;

/// Who may take the configuration along and bring another, and in what form it comes.
record Configuring(Installation installation) {

    /// Larger than any that people write; the bound on what one request costs.
    static final int MOST_BYTES = 8 << 20;

    Decision permits(Actor actor) {
        return actor.may(Permissions.ADMIN, installation.organisation())
                ? Decision.allowed("kernel.access.administrator")
                : Decision.denied("kernel.access.administrators_only");
    }

    static Document read(byte[] bytes) throws BadText {
        if (bytes.length > MOST_BYTES) {
            throw new BadText(Fault.at("", "configuration.text.too_large", MOST_BYTES >> 20));
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return DocumentReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new BadText(Fault.at("", "configuration.text.no_text"));
        }
    }
}
