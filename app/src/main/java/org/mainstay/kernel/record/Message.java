package org.mainstay.kernel.record;

import java.util.List;

/// A sentence for a person, kept as a key of the message bundles (`text/<module>*.properties`) and its
/// arguments, so that each surface says it in the reader's language.
///
/// @param key the bundle key, never blank
/// @param arguments values for `{0}`, `{1}`…; rendered with `toString`, sentences in the same language
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
