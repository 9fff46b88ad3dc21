package org.mainstay.kernel.record;

/// Why a plan was refused, and where.
///
/// @param attribute code of the attribute or parameter at fault, empty when it is the record as a whole; below one of
///     them a JSON pointer, which begins with `/`
/// @param reason what is wrong
public record Problem(String attribute, Message reason) {

    public static Problem at(Attribute<?> attribute, String key, Object... arguments) {
        return new Problem(attribute.code(), Message.of(key, arguments));
    }

    public static Problem of(String key, Object... arguments) {
        return new Problem("", Message.of(key, arguments));
    }
}
