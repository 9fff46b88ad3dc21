package org.mainstay.kernel.record;

/// A yes or a no that says why.
public sealed interface Decision {

    Message reason();

    record Allowed(Message reason) implements Decision {}

    record Denied(Message reason) implements Decision {}

    static Decision allowed(String key, Object... arguments) {
        return new Allowed(Message.of(key, arguments));
    }

    static Decision denied(String key, Object... arguments) {
        return new Denied(Message.of(key, arguments));
    }

    default boolean yes() {
        return this instanceof Allowed;
    }
}
