package org.mainstay.kernel.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The stored and public form of an enum constant: lower-case snake_case of its name.
public final class Codes {

    /// Made once per enum: every row that is read or shown asks.
    private static final ClassValue<Map<String, Enum<?>>> BY_CODE = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> options) {
            var byCode = new LinkedHashMap<String, Enum<?>>();
            for (Object option : options.getEnumConstants()) {
                byCode.put(((Enum<?>) option).name().toLowerCase(Locale.ROOT), (Enum<?>) option);
            }
            return byCode;
        }
    };

    private static final ClassValue<String[]> CODES = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> options) {
            return BY_CODE.get(options).keySet().toArray(String[]::new);
        }
    };

    private Codes() {}

    public static String of(Enum<?> value) {
        return CODES.get(value.getDeclaringClass())[value.ordinal()];
    }

    /// @throws BadValue when no constant has this code
    public static <E extends Enum<E>> E parse(Class<E> options, String code) {
        var option = BY_CODE.get(options).get(code);
        if (option == null) {
            throw new BadValue("kernel.value.unknown_choice", Numbers.clip(code), String.join(", ", all(options)));
        }
        return options.cast(option);
    }

    public static <E extends Enum<E>> List<String> all(Class<E> options) {
        return List.of(CODES.get(options));
    }
}
