package org.mainstay.approval;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Event.Happened;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;

/// Says in words what a ledger tells.
final class LedgerWords {

    private final Messages messages;
    private final RecordTypes types;
    private final Standing standing;
    private final Map<UUID, Label> labels;
    private final Locale locale;

    /// @param labels of the persons it names
    LedgerWords(Messages messages, RecordTypes types, Standing standing, Map<UUID, Label> labels, Locale locale) {
        this.messages = messages;
        this.types = types;
        this.standing = standing;
        this.labels = labels;
        this.locale = locale;
    }

    /// Everybody it names.
    static Set<UUID> named(List<Happened> ledger) {
        var named = new HashSet<UUID>();
        ledger.forEach(it -> {
            named.add(it.by());
            named.addAll(persons(it.event()));
        });
        return named;
    }

    /// Whom the event is about, besides who made it happen.
    static Set<UUID> persons(Event event) {
        return switch (event) {
            case Event.Asked(int _, var seats) -> {
                var all = new HashSet<>(seats.keySet());
                all.addAll(seats.values());
                yield all;
            }
            case Event.Counted(int _, var person) -> Set.of(person);
            case Event.Decided it -> {
                var all = new HashSet<>(it.seats());
                all.add(it.person());
                yield all;
            }
            case Event.Handed it ->
                Set.copyOf(List.of(it.from(), it.to()).stream().distinct().toList());
            case Event.Left(int _, var person) -> Set.of(person);
            case Event.Escalated(int _, var to, var _) -> to;
            case Event.Reminded(int _, var persons) -> persons;
            case Event.Opened(var person) -> Set.of(person);
            case Event.Requested _,
                    Event.Skipped _,
                    Event.Passed _,
                    Event.Questioned _,
                    Event.Answered _,
                    Event.Withdrawn _,
                    Event.Expired _,
                    Event.Superseded _ -> Set.of();
        };
    }

    /// The step the event is about; null for the approval as a whole.
    @Nullable
    String step(Event event) {
        return switch (event) {
            case Event.Asked it -> name(it.step());
            case Event.Skipped it -> name(it.step());
            case Event.Passed it -> name(it.step());
            case Event.Counted it -> name(it.step());
            case Event.Decided it -> name(it.step());
            case Event.Handed it -> name(it.step());
            case Event.Left it -> name(it.step());
            case Event.Escalated it -> name(it.step());
            case Event.Reminded it -> name(it.step());
            case Event.Expired it -> name(it.step());
            case Event.Requested _,
                    Event.Questioned _,
                    Event.Answered _,
                    Event.Opened _,
                    Event.Withdrawn _,
                    Event.Superseded _ -> null;
        };
    }

    private String name(int step) {
        return standing.steps().get(step).terms().name();
    }

    String person(UUID id) {
        var label = labels.get(id);
        return label == null ? say("web.somebody") : label.label();
    }

    String persons(Collection<UUID> ids) {
        return ids.stream().map(this::person).sorted().collect(Collectors.joining(", "));
    }

    private String say(String key, Object... arguments) {
        return messages.say(locale, key, arguments);
    }

    String text(Event event) {
        var step = Objects.requireNonNullElse(step(event), "");
        return switch (event) {
            case Event.Requested _ -> say("approval.ledger.requested");
            case Event.Asked(int _, var seats) -> asked(step, seats);
            case Event.Skipped(int _, var why) ->
                say("approval.ledger.skipped", step, messages.say(why.message(), locale));
            case Event.Passed(int _, var why) ->
                say("approval.ledger.passed", step, messages.say(why.message(), locale));
            case Event.Counted(int _, var person) -> say("approval.ledger.counted", step, person(person));
            case Event.Decided it -> decided(step, it);
            case Event.Handed it ->
                say("approval.ledger." + Codes.of(it.hand()), step, person(it.from()), person(it.to()));
            case Event.Left(int _, var person) -> say("approval.ledger.left", step, person(person));
            case Event.Escalated(int _, var to, var why) ->
                say("approval.ledger.escalated", step, persons(to), messages.say(why.message(), locale));
            case Event.Reminded(int _, var persons) -> say("approval.ledger.reminded", step, persons(persons));
            case Event.Questioned _ -> say("approval.ledger.questioned");
            case Event.Answered _ -> say("approval.ledger.answered");
            case Event.Opened _ -> say("approval.ledger.opened");
            case Event.Withdrawn _ -> say("approval.ledger.withdrawn");
            case Event.Expired _ -> say("approval.ledger.expired", step);
            case Event.Superseded(var facts) -> say("approval.ledger.superseded", facts(facts));
        };
    }

    private String asked(String step, Map<UUID, UUID> seats) {
        if (seats.isEmpty()) {
            return say("approval.ledger.asked_nobody", step);
        }
        var who = seats.entrySet().stream()
                .map(it -> it.getKey().equals(it.getValue())
                        ? person(it.getKey())
                        : say("approval.ledger.instead", person(it.getValue()), person(it.getKey())))
                .sorted()
                .collect(Collectors.joining(", "));
        return say("approval.ledger.asked", step, who);
    }

    private String decided(String step, Event.Decided it) {
        var others =
                it.seats().stream().filter(seat -> !seat.equals(it.person())).toList();
        var key = it.approved() ? "approval.ledger.approved" : "approval.ledger.rejected";
        var text = others.isEmpty() ? say(key, step) : say(key + "_for", step, persons(others));
        return it.byLink() ? say("approval.ledger.by_link", text) : text;
    }

    private String facts(Set<String> codes) {
        var type = types.byCode(standing.requested().recordType());
        return codes.stream().map(it -> type.map(of -> fact(of, it)).orElse(it)).collect(Collectors.joining(", "));
    }

    private String fact(RecordType<?> type, String code) {
        return type.attribute(code)
                .map(it -> messages.attribute(type, it, locale))
                .orElse(code);
    }

    /// What was said with it; empty for nothing.
    static String note(Event event) {
        var note = switch (event) {
            case Event.Decided it -> it.reason();
            case Event.Handed it -> it.reason();
            case Event.Questioned it -> it.text();
            case Event.Answered it -> it.text();
            case Event.Withdrawn it -> it.reason();
            default -> null;
        };
        return note == null ? "" : note;
    }
}
