package org.mainstay.web;

import java.util.stream.Collectors;
import org.mainstay.kernel.store.Outcome;

/// Why something was not done, in one sentence for a page.
final class Says {

    private Says() {}

    static String why(Outcome outcome, Frame frame) {
        return switch (outcome) {
            case Outcome.Denied(var reason) -> frame.messages().say(reason, frame.locale());
            case Outcome.Refused(var problems) ->
                problems.stream()
                        .map(it -> frame.messages().say(it.reason(), frame.locale()))
                        .collect(Collectors.joining(" "));
            case Outcome.Stale _ -> frame.say("web.stale");
            case Outcome.Missing _ -> frame.say("web.not_found");
            case Outcome.Done _, Outcome.Gone _, Outcome.Previewed _ -> "";
        };
    }
}
