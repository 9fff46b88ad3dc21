package org.mainstay.cmdb.discovery;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mainstay.kernel.record.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/// Why something that strangers wrote cannot be taken, in sentences.
public final class Unreadable {

    /// Of a value.
    static final int LONGEST = 10_000;

    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|\\p{Cs}");

    private Unreadable() {}

    /// Why a value cannot be kept; empty where it can.
    public static Optional<Message> value(String text) {
        return text(text, LONGEST);
    }

    static Optional<Message> text(String text, int longest) {
        if (text.length() > longest) {
            return Optional.of(Message.of("discovery.too_long", longest));
        }
        return UNSTORABLE.matcher(text).find()
                ? Optional.of(Message.of("discovery.control_characters"))
                : Optional.empty();
    }

    /// Why JSON cannot be read.
    ///
    /// @param deepest how deep it may be
    public static Message json(JacksonException met, int deepest) {
        if (met instanceof StreamConstraintsException) {
            return Message.of("discovery.json_too_much", deepest);
        }
        var at = met.getLocation();
        return at == null
                ? Message.of("discovery.json_broken", 1, 1)
                : Message.of("discovery.json_broken", at.getLineNr(), at.getColumnNr());
    }
}
