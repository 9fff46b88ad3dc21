package org.mainstay.approval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Events as they are kept.
final class Ledger {

    private static final Map<String, Class<? extends Event>> KINDS = List.<Class<? extends Event>>of(
                    Event.Requested.class,
                    Event.Asked.class,
                    Event.Skipped.class,
                    Event.Passed.class,
                    Event.Counted.class,
                    Event.Decided.class,
                    Event.Handed.class,
                    Event.Left.class,
                    Event.Escalated.class,
                    Event.Reminded.class,
                    Event.Questioned.class,
                    Event.Answered.class,
                    Event.Opened.class,
                    Event.Withdrawn.class,
                    Event.Expired.class,
                    Event.Superseded.class)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Ledger::name, Function.identity()));

    private Ledger() {}

    private static String name(Class<?> kind) {
        return kind.getSimpleName().toLowerCase(Locale.ROOT);
    }

    static String kind(Event event) {
        return name(event.getClass());
    }

    static String text(Event event) {
        return JsonMapper.shared().writeValueAsString(event);
    }

    static Event read(String kind, String text) {
        var of = KINDS.get(kind);
        if (of == null) {
            throw new IllegalStateException("no event is called " + kind);
        }
        return JsonMapper.shared().readValue(text, of);
    }
}
