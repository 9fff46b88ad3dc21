package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.store.RecordTypes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// `/design`: every part that pages are made of, in every state it has.
@Controller
class DesignPages {

    private static final List<String> COLOURS = List.of(
            "accent",
            "accent-strong",
            "accent-soft",
            "ink",
            "ink-soft",
            "line",
            "line-strong",
            "surface",
            "ground",
            "good",
            "warn",
            "bad");
    private static final List<String> SPACES = List.of("1", "2", "3", "4", "6", "8", "12");

    private final RecordTypes types;
    private final Frames frames;
    private final Show show;
    private final Clock clock;

    DesignPages(RecordTypes types, Frames frames, Show show, Clock clock) {
        this.types = types;
        this.frames = frames;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/design")
    String design(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        var reader = Show.Reader.of(frame, actor);
        var moments = new ArrayList<Shown>();
        for (var ago : List.of(Duration.ZERO, Duration.ofMinutes(12), Duration.ofHours(5), Duration.ofDays(40))) {
            moments.add(show.moment(clock.instant().minus(ago), reader));
        }
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new DesignView(
                        COLOURS,
                        SPACES,
                        states(reader),
                        LongStream.rangeClosed(1, 5)
                                .<Shown>mapToObj(Shown.Rank::new)
                                .toList(),
                        moments,
                        inputs(frame)));
        return "design/design";
    }

    /// Of every type that has states.
    private List<List<Shown>> states(Show.Reader reader) {
        var states = new ArrayList<List<Shown>>();
        for (var type : types.all()) {
            type.attribute("state").ifPresent(attribute -> {
                if (attribute.kind() instanceof Kind.Choice<?> choice) {
                    states.add(Stream.of(choice.options().getEnumConstants())
                            .map(it -> show.value(type, attribute, it, Map.of(), reader))
                            .toList());
                }
            });
        }
        return states;
    }

    private static List<FormView.Input> inputs(Frame frame) {
        var inputs = new ArrayList<FormView.Input>();
        inputs.add(input(frame, "text", "", "", ""));
        inputs.add(input(frame, "select", "", "", ""));
        inputs.add(input(frame, "number", "4", "", ""));
        inputs.add(input(frame, "moment", "", "", ""));
        inputs.add(input(frame, "reference", "", "", ""));
        inputs.add(input(frame, "yes_no", "true", "", ""));
        inputs.add(input(frame, "text_wrong", "", "", frame.say("kernel.save.required")));
        inputs.add(input(frame, "text_stale", "10:15", "10:40", ""));
        inputs.add(input(frame, "prose", "", "", ""));
        return inputs;
    }

    private static FormView.Input input(Frame frame, String name, String value, String now, String error) {
        var kind = name.startsWith("text") ? "text" : name;
        var options = List.of(
                new FormView.Option("yes", frame.say("web.yes"), true),
                new FormView.Option("no", frame.say("web.no"), false));
        return new FormView.Input(
                name,
                frame.say("web.design.input." + name),
                kind,
                value,
                !error.isEmpty(),
                kind.equals("prose"),
                options,
                "/people/suggest",
                kind.equals("number") ? frame.say("web.hint.duration") : "",
                now,
                error);
    }
}
