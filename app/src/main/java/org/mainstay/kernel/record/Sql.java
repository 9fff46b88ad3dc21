package org.mainstay.kernel.record;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/// How the kinds' Java values travel to and from the driver.
final class Sql {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static final Converter<BigDecimal, BigDecimal> PLAIN_DECIMAL = Converter.ofNullable(
            BigDecimal.class, BigDecimal.class, it -> Numbers.decimal(it.toPlainString()), it -> it);

    static final Converter<Long, Duration> SECONDS =
            Converter.ofNullable(Long.class, Duration.class, Duration::ofSeconds, Duration::toSeconds);

    static final Converter<JSONB, Money> MONEY = Converter.ofNullable(
            JSONB.class,
            Money.class,
            it -> Json.needMoney(MAPPER.readTree(it.data())),
            it -> JSONB.valueOf(Json.money(it).toString()));

    @SuppressWarnings("unchecked") // the class literal of a parameterised type
    static final Converter<UUID[], Set<UUID>> IDS = Converter.ofNullable(
            UUID[].class,
            (Class<Set<UUID>>) (Class<?>) Set.class,
            it -> new LinkedHashSet<>(Arrays.asList(it)),
            it -> it.stream().sorted().toArray(UUID[]::new));

    @SuppressWarnings("unchecked") // the class literal of a parameterised type
    static final Converter<String[], List<String>> TEXTS = Converter.ofNullable(
            String[].class, (Class<List<String>>) (Class<?>) List.class, List::of, it -> it.toArray(String[]::new));

    private Sql() {}

    static <E extends Enum<E>> Converter<String, E> codes(Class<E> options) {
        return Converter.ofNullable(String.class, options, it -> Codes.parse(options, it), Codes::of);
    }
}
