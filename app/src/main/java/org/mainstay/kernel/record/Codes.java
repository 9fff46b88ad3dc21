package org.mainstay.kernel.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The stored and public form of an enum constant: lower-case snake_case of its name.
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// @throws BadValue when no constant has this code
    public static <E extends Enum<E>> E parse(Class<E> options, String code) {
        for (E option : options.getEnumConstants()) {
            if (of(option).equals(code)) {
                return option;
            }
        }
        throw new BadValue("kernel.value.unknown_choice", code, String.join(", ", all(options)));
    }

    public static <E extends Enum<E>> List<String> all(Class<E> options) {
        return Arrays.stream(options.getEnumConstants()).map(Codes::of).toList();
    }
}
