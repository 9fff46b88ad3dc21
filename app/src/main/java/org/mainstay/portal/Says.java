package org.mainstay.portal;

import java.util.List;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.web.Frame;

/// Why something was not done, in sentences.
final class Says {

    private Says() {}

    static List<String> errors(Outcome outcome, Frame frame) {
        return switch (outcome) {
            case Outcome.Denied(var reason) -> List.of(frame.messages().say(reason, frame.locale()));
            case Outcome.Refused(var problems) ->
                problems.stream()
                        .map(it -> frame.messages().say(it.reason(), frame.locale()))
                        .toList();
            case Outcome.Stale _ -> List.of(frame.say("web.stale"));
            case Outcome.Missing _, Outcome.Gone _ -> List.of(frame.say("web.not_found"));
            case Outcome.Done _, Outcome.Previewed _ -> List.of();
        };
    }
}
