package org.mainstay.kernel.filter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Specimen;

/// A few hundred random records with an attribute of every kind, twice: empties, duplicates, Unicode,
/// references to deleted and to invisible records and rings of parents among them.
final class Specimens implements References {

    static final Instant NOW = Instant.parse("2026-11-24T11:22:33.445566Z");
    static final UUID ME = new UUID(7, 1);
    static final List<UUID> PEOPLE = List.of(ME, new UUID(7, 2), new UUID(7, 3));
    static final List<UUID> ORGANISATIONS = List.of(new UUID(8, 1), new UUID(8, 2));
    /// The set of kin again, as one that lies in a table of its own.
    private static final Attribute<Set<UUID>> KIN_BY_INDEX = Attribute.related(
            "kin_by_index",
            new Kind.References("specimen"),
            alias -> DSL.field("(select {0}.kin)", SQLDataType.UUID.array(), DSL.name(alias)),
            values -> DSL.select(DSL.field("h.id", SQLDataType.UUID))
                    .from("specimen.specimen h")
                    .where("h.kin && {0}", DSL.val(values.toArray(UUID[]::new))));

    static final RecordTypes TYPES = types();
    static final RecordType<?> TYPE = TYPES.need("specimen");

    /// Sees what is not broken.
    static final Access ACCESS = new Access(List.of(new NothingBroken()));

    private static final List<String> TEXTS = List.of(
            "Printer jam",
            "printer JAM",
            "Äpfel",
            "apfel",
            "Straße",
            "STRASSE",
            "ﬁne print",
            "100%",
            "a_b",
            "x!y",
            "日本語",
            "O'Brien",
            "say \"hello\"",
            "back\\slash",
            "😀 smile",
            "İstanbul",
            "e\u0301clair",
            "éclair",
            "or",
            "none",
            "-7d",
            "(in) brackets",
            "Ⅷ",
            "2026-11-01",
            "ends with \\");

    private final Random random;
    private final Map<UUID, Snapshot> rows = new LinkedHashMap<>();
    private final Set<UUID> deleted = new LinkedHashSet<>();

    Specimens(Random random, int count) {
        this.random = random;
        var ids = new ArrayList<UUID>();
        for (int i = 1; i <= count; i++) {
            ids.add(new UUID(9, i));
        }
        for (int i = 0; i < count; i++) {
            var values = new HashMap<String, Object>();
            for (Attribute<?> attribute : TYPE.attributes()) {
                boolean required = attribute.has(Attribute.Trait.REQUIRED) || header(attribute);
                if (attribute.kind() instanceof Kind.References && random.nextInt(10) == 0) {
                    values.put(attribute.code(), Set.of());
                } else if (!(attribute.source() instanceof Source.Computed) && (required || random.nextInt(4) > 0)) {
                    values.put(attribute.code(), value(attribute, ids));
                }
            }
            if (values.get("kin") instanceof Set<?> kin) {
                values.put("kin_by_index", kin);
            } else {
                values.remove("kin_by_index");
            }
            values.put("number", "SPE%07d".formatted(i + 1));
            if (random.nextInt(3) == 0) {
                values.put("external_source", List.of("log", "Ärger"));
                values.put("external_key", List.of("K" + i, "k" + (i + 1) + "'%"));
            }
            var id = ids.get(i);
            rows.put(id, new Snapshot(TYPE, id, values, true));
            if (random.nextInt(10) == 0) {
                deleted.add(id);
            }
        }
    }

    static FilterContext context(Set<UUID> groups) {
        return new FilterContext(
                new Actor.Person(
                        ME,
                        "me",
                        ORGANISATIONS.getFirst(),
                        groups,
                        Grants.NONE,
                        ZoneId.of("Europe/Berlin"),
                        Locale.ENGLISH,
                        null),
                NOW);
    }

    private static RecordTypes types() {
        var types = new RecordTypes(List.of(Specimen.SPECIMEN));
        var further = new ArrayList<>(Specimen.CUSTOM);
        further.add(KIN_BY_INDEX);
        types.overlay("custom_field", Map.of("specimen", further));
        return types;
    }

    private static boolean header(Attribute<?> attribute) {
        return attribute.code().startsWith("created_")
                || attribute.code().startsWith("updated_")
                || attribute == Header.ORGANISATION
                || attribute == Header.VERSION;
    }

    Map<UUID, Snapshot> rows() {
        return rows;
    }

    Set<UUID> deleted() {
        return deleted;
    }

    /// What the person of [#context] may see.
    Optional<Snapshot> visible(UUID id) {
        return Optional.ofNullable(rows.get(id))
                .filter(it -> !deleted.contains(id))
                .filter(it -> it.get(Specimen.CONDITION) != Specimen.Condition.BROKEN);
    }

    @Override
    public List<UUID> find(Actor actor, String type, String text) {
        return List.of(UUID.fromString(text));
    }

    @Override
    public List<String> suggest(Actor actor, String type, String text) {
        return List.of();
    }

    /// A value such as a row may have, of a record among these.
    Object value(Attribute<?> attribute) {
        return value(attribute, List.copyOf(rows.keySet()));
    }

    /// The value of any row.
    @Nullable
    Object used(Attribute<?> attribute) {
        return rows.get(any(List.copyOf(rows.keySet()))).get(attribute);
    }

    private Object value(Attribute<?> attribute, List<UUID> ids) {
        return switch (attribute.kind()) {
            case Kind.Text _ -> any(TEXTS);
            case Kind.Prose _ -> any(TEXTS) + "\n" + any(TEXTS);
            case Kind.Whole _ -> random.nextInt(20) == 0 ? random.nextLong() : random.nextLong(-3, 8);
            case Kind.Decimal _ -> decimal();
            case Kind.Amount _ -> Money.of(decimal().toPlainString(), any(List.of("EUR", "USD", "JPY")));
            case Kind.YesNo _ -> random.nextBoolean();
            case Kind.Day _ -> LocalDate.of(2026, 11, 24).plusDays(random.nextInt(-9, 9));
            case Kind.Moment _ ->
                random.nextInt(10) == 0
                        ? NOW
                        : NOW.plus(Duration.ofMinutes(random.nextInt(-20_000, 20_000)))
                                .plusNanos(1_000L * random.nextInt(1_000_000));
            case Kind.Span _ -> Duration.ofSeconds(random.nextInt(20) * 1_800L);
            case Kind.Choice<?>(var options) -> any(List.of(options.getEnumConstants()));
            case Kind.Pick _ -> any(List.of("red", "green", "Blue"));
            case Kind.Reference(var type) ->
                switch (type) {
                    case "person" -> any(PEOPLE);
                    case "organisation" -> any(ORGANISATIONS);
                    default -> any(ids);
                };
            case Kind.TreePick _ -> any(ids.subList(0, Math.min(ids.size(), 40)));
            case Kind.References _ -> {
                var set = new LinkedHashSet<UUID>();
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    set.add(any(ids));
                }
                yield set;
            }
            case Kind.Keys _ -> List.of(any(List.of("log", "Ärger", "K3", "k4'%")));
        };
    }

    private BigDecimal decimal() {
        return (BigDecimal) new Kind.Decimal()
                .parse(BigDecimal.valueOf(random.nextInt(-40, 400), 1).toPlainString());
    }

    private <T> T any(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    private record NothingBroken() implements AccessRule {

        @Override
        public String type() {
            return "specimen";
        }

        @Override
        public Filter visible(Actor actor) {
            return Filter.any(new Filter.Not(Filter.is(Specimen.CONDITION, Specimen.Condition.BROKEN)));
        }

        @Override
        public Decision create(Actor actor, UUID organisation) {
            return Decision.denied("kernel.access.rule");
        }

        @Override
        public Decision edit(Actor actor, Snapshot subject) {
            return Decision.denied("kernel.access.rule");
        }
    }
}
