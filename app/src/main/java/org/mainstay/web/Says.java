package org.mainstay.web;

import java.util.List;
import org.mainstay.kernel.store.Outcome;
import org.springframework.http.HttpStatus;

/// Why something was not done, in sentences for a page. What was done to a record that is gone for the actor by
/// that was done all the same.
public final class Says {

    private Says() {}

    /// What the answer's status says of it.
    public static HttpStatus status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Denied _ -> HttpStatus.FORBIDDEN;
            case Outcome.Missing _ -> HttpStatus.NOT_FOUND;
            case Outcome.Stale _ -> HttpStatus.CONFLICT;
            case Outcome.Refused _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Outcome.Done _, Outcome.Gone _, Outcome.Previewed _ -> HttpStatus.OK;
        };
    }

    public static String why(Outcome outcome, Frame frame) {
        return String.join(" ", errors(outcome, frame));
    }

    public static List<String> errors(Outcome outcome, Frame frame) {
        return switch (outcome) {
            case Outcome.Denied(var reason) -> List.of(frame.messages().say(reason, frame.locale()));
            case Outcome.Refused(var problems) ->
                problems.stream()
                        .map(it -> frame.messages().say(it.reason(), frame.locale()))
                        .toList();
            case Outcome.Stale _ -> List.of(frame.say("web.stale"));
            case Outcome.Missing _ -> List.of(frame.say("web.not_found"));
            case Outcome.Done _, Outcome.Gone _, Outcome.Previewed _ -> List.of();
        };
    }
}
