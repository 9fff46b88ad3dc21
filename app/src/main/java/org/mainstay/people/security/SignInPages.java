package org.mainstay.people.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Audit;
import org.mainstay.people.signin.Busy;
import org.mainstay.people.signin.Sessions;
import org.mainstay.people.signin.SignIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Signing in and out.
@Controller
class SignInPages {

    private final SignIn signIn;
    private final Sessions sessions;
    private final DemoCast demo;
    private final Sheets sheets;
    private final Messages messages;

    SignInPages(SignIn signIn, Sessions sessions, DemoCast demo, Sheets sheets, Messages messages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.demo = demo;
        this.sheets = sheets;
        this.messages = messages;
    }

    @GetMapping(Routes.SIGN_IN)
    ModelAndView ask(
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "") String as,
            Locale reader,
            HttpServletRequest request) {
        if (ActorArgument.signedIn() != null) {
            return Redirect.to(Routes.local(next));
        }
        return page(request, reader, as, next, null);
    }

    @PostMapping(Routes.SIGN_IN)
    ModelAndView signIn(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = request.getRemoteAddr();
        SignIn.Outcome outcome;
        try {
            outcome = signIn.check(username, password, address);
        } catch (Busy e) {
            return later(
                    request,
                    reader,
                    username,
                    next,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Duration.ofSeconds(Busy.RETRY_AFTER_SECONDS));
        }
        return switch (outcome) {
            case SignIn.Outcome.Known known -> {
                end(Audit.SIGNED_OUT, address);
                Cookies.give(request, response, sessions.open(known, address, agent));
                yield Redirect.to(Routes.local(next));
            }
            case SignIn.Outcome.Unknown _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(request, reader, username, next, messages.say(reader, "people.sign_in.wrong"));
            }
            case SignIn.Outcome.Wait(var atLeast) ->
                later(request, reader, username, next, response, HttpStatus.TOO_MANY_REQUESTS, atLeast);
        };
    }

    @PostMapping(Routes.SIGN_OUT)
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        end(Audit.SIGNED_OUT, request.getRemoteAddr());
        Cookies.take(request, response);
        return Redirect.to(Routes.SIGN_IN);
    }

    /// A session never outlives a sign-in: what a browser held before is worth nothing afterwards.
    private void end(String event, String address) {
        var signedIn = ActorArgument.signedIn();
        if (signedIn != null && signedIn.proof() instanceof SignedIn.Proof.Session session) {
            sessions.end(signedIn.actor().id(), session.id(), event, address);
        }
    }

    private ModelAndView later(
            HttpServletRequest request,
            Locale reader,
            String userName,
            String next,
            HttpServletResponse response,
            HttpStatus status,
            Duration after) {
        long seconds = Math.max(1, after.plusMillis(999).toSeconds());
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return page(request, reader, userName, next, messages.say(reader, "people.sign_in.wait", seconds));
    }

    private ModelAndView page(
            HttpServletRequest request, Locale reader, String userName, String next, @Nullable String problem) {
        var shown = userName.length() > 200 ? "" : userName;
        var form = new SignInForm(shown, Routes.local(next), problem, demo.shown());
        return new ModelAndView("people/sign_in", Map.of("sheet", sheets.entrance(request, reader), "form", form));
    }
}
