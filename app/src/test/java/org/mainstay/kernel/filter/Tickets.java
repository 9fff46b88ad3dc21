package org.mainstay.kernel.filter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;

/// Tickets, persons and groups, without a database: what the parser is tried on.
final class Tickets {

    enum State {
        NEW,
        IN_PROGRESS,
        ON_HOLD,
        RESOLVED,
        CLOSED
    }

    enum Major {
        NONE,
        PROPOSED
    }

    static final Instant NOW = Instant.parse("2026-11-24T11:22:33Z");
    static final UUID SALLY = new UUID(1, 1);
    static final UUID SALLY_TOO = new UUID(1, 2);
    static final UUID NETWORK = new UUID(2, 1);

    static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), Trait.SEARCHED);
    static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose(), Trait.SEARCHED);
    static final Attribute<State> STATE = Attribute.column("state", new Kind.Choice<>(State.class), Trait.REQUIRED);
    static final Attribute<Major> MAJOR = Attribute.column("major", new Kind.Choice<>(Major.class));
    static final Attribute<Long> PRIORITY = Attribute.column("priority", new Kind.Whole(1, 5));
    static final Attribute<String> CHANNEL = Attribute.column("channel", new Kind.Pick("channel"));
    static final Attribute<UUID> CALLER = Attribute.column("caller", new Kind.Reference("person"));
    static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    static final Attribute<Set<UUID>> WATCHERS = Attribute.column("watchers", new Kind.References("person"));
    static final Attribute<UUID> PARENT = Attribute.column("parent", new Kind.Reference("ticket"));
    static final Attribute<Instant> OPENED_AT = Attribute.column("opened_at", new Kind.Moment());
    static final Attribute<LocalDate> NEEDED_ON = Attribute.column("needed_on", new Kind.Day());
    static final Attribute<Duration> TAKES = Attribute.column("takes", new Kind.Span());
    static final Attribute<Boolean> CONFIDENTIAL = Attribute.column("confidential", new Kind.YesNo());
    static final Attribute<Money> COST = Attribute.column("cost", new Kind.Amount());
    static final Attribute<Long> FLOOR = Attribute.custom("floor2", new Kind.Whole());
    static final Attribute<UUID> DEPUTY = Attribute.custom("deputy", new Kind.Reference("person"));

    static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), Trait.SEARCHED);
    static final Attribute<String> DEPARTMENT = Attribute.column("department", new Kind.Text(200));
    static final Attribute<String> SALARY = Attribute.column("salary", new Kind.Text(200), Trait.SENSITIVE);
    static final Attribute<UUID> BOSS = Attribute.column("boss", new Kind.Reference("person"));
    static final Attribute<String> GROUP_NAME = Attribute.column("name", new Kind.Text(200));

    static final RecordTypes TYPES = types();
    static final RecordType<?> TICKET = TYPES.need("ticket");

    private static final FilterParser PARSER = new FilterParser(TYPES, new Access(List.of()), new Names());

    private Tickets() {}

    private static RecordTypes types() {
        var ticket = RecordType.<Snapshot>named("ticket", "tickets")
                .numbered("TIC")
                .label(TITLE)
                .attributes(
                        TITLE,
                        DESCRIPTION,
                        STATE,
                        MAJOR,
                        PRIORITY,
                        CHANNEL,
                        CALLER,
                        GROUP,
                        WATCHERS,
                        PARENT,
                        OPENED_AT,
                        NEEDED_ON,
                        TAKES,
                        CONFIDENTIAL,
                        COST)
                .reader(it -> it)
                .build();
        var person = RecordType.<Snapshot>named("person", "people")
                .label(NAME)
                .attributes(NAME, DEPARTMENT, SALARY, BOSS)
                .reader(it -> it)
                .build();
        var group = RecordType.<Snapshot>named("group", "groups")
                .label(GROUP_NAME)
                .attributes(GROUP_NAME)
                .reader(it -> it)
                .build();
        var types = new RecordTypes(List.of(ticket, person, group));
        types.overlay("custom_field", Map.of("ticket", List.of(FLOOR, DEPUTY)));
        return types;
    }

    static FilterContext context() {
        var me = new Actor.Person(
                new UUID(1, 9),
                "me",
                new UUID(3, 1),
                Set.of(),
                Grants.NONE,
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH,
                null);
        return new FilterContext(me, NOW);
    }

    static Parsed parse(String text) {
        return PARSER.parse(text, TICKET, context());
    }

    static Split split(String text) {
        return PARSER.split(text, TICKET, context());
    }

    static Filter good(String text) {
        return switch (parse(text)) {
            case Parsed.Good(var filter) -> filter;
            case Parsed.Bad(var errors) -> throw new AssertionError(text + ": " + errors);
        };
    }

    static FilterError bad(String text) {
        return switch (parse(text)) {
            case Parsed.Good(var filter) -> throw new AssertionError(text + ": " + filter);
            case Parsed.Bad(var errors) -> errors.getFirst();
        };
    }

    /// Two persons are called Sally.
    private record Names() implements References {

        @Override
        public List<UUID> find(Actor actor, String type, String text) {
            return switch (type + ":" + Texts.fold(text)) {
                case "person:sally" -> List.of(SALLY, SALLY_TOO);
                case "person:me" -> List.of(SALLY_TOO);
                case "group:network" -> List.of(NETWORK);
                default ->
                    Stream.of(SALLY, SALLY_TOO, NETWORK)
                            .filter(it -> it.toString().equals(text))
                            .toList();
            };
        }

        @Override
        public List<String> suggest(Actor actor, String type, String text) {
            return text.startsWith("S") ? List.of("Sally") : List.of();
        }
    }
}
