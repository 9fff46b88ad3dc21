package org.mainstay.people.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Audit;
import org.mainstay.people.Person;
import org.mainstay.people.PersonType;
import org.mainstay.people.signin.Busy;
import org.mainstay.people.signin.Scopes;
import org.mainstay.people.signin.Sessions;
import org.mainstay.people.signin.SignIn;
import org.mainstay.people.signin.Tokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What everybody keeps of themselves: phone, language, zone, absences, password, sessions and tokens.
@Controller
@RequestMapping("/profile")
class ProfilePages {

    private static final String HERE = "/profile";

    private final RecordStore store;
    private final Acts acts;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Tokens tokens;
    private final OwnAbsences absences;
    private final Sheets sheets;
    private final Messages messages;

    ProfilePages(
            RecordStore store,
            Acts acts,
            SignIn signIn,
            Sessions sessions,
            Tokens tokens,
            OwnAbsences absences,
            Sheets sheets,
            Messages messages) {
        this.store = store;
        this.acts = acts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.absences = absences;
        this.sheets = sheets;
        this.messages = messages;
    }

    /// What a request has to tell besides the profile itself; each text may be null.
    private record Told(
            @Nullable String secret,
            @Nullable String message,
            @Nullable String problem,
            Profile.Away away) {

        static final Told NOTHING = new Told(null, null, null, Profile.Away.NOTHING);
    }

    @GetMapping
    ModelAndView show(SignedIn signedIn, HttpServletRequest request, Locale reader) {
        return page(signedIn, request, reader, Told.NOTHING);
    }

    @PostMapping
    ModelAndView change(
            SignedIn signedIn,
            @RequestParam String phone,
            @RequestParam String language,
            @RequestParam String zone,
            @RequestParam long version,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Input.texts(Map.of("phone", phone, "language", language, "zone", zone));
        var actor = signedIn.actor();
        return switch (acts.merge(actor, PersonType.PERSON, actor.id(), form, version, false)) {
            case Outcome.Refused(var problems) -> refused(signedIn, request, reader, said(problems, reader), response);
            case Outcome.Stale _ ->
                refused(signedIn, request, reader, messages.say(reader, "people.profile.stale"), response);
            case Outcome.Denied(var reason) ->
                refused(signedIn, request, reader, messages.say(reason, reader), response);
            case Outcome.Done _, Outcome.Gone _, Outcome.Previewed _, Outcome.Missing _ -> Redirect.to(HERE);
        };
    }

    @PostMapping("/absences")
    ModelAndView away(
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(defaultValue = "") String note,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var away = new Profile.Away(from, to, substitute, note);
        return answered(absences.add(signedIn.actor(), away), signedIn, request, reader, away, response);
    }

    @PostMapping("/absences/{id}/end")
    ModelAndView back(
            SignedIn signedIn,
            @PathVariable String id,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome = absences.end(signedIn.actor(), id);
        return answered(outcome, signedIn, request, reader, Profile.Away.NOTHING, response);
    }

    private ModelAndView answered(
            Outcome outcome,
            SignedIn signedIn,
            HttpServletRequest request,
            Locale reader,
            Profile.Away away,
            HttpServletResponse response) {
        var problem = switch (outcome) {
            case Outcome.Refused(var problems) -> said(problems, reader);
            case Outcome.Denied(var reason) -> messages.say(reason, reader);
            case Outcome.Stale _ -> messages.say(reader, "people.profile.stale");
            case Outcome.Missing _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Outcome.Done _, Outcome.Gone _, Outcome.Previewed _ -> null;
        };
        if (problem == null) {
            return Redirect.to(HERE);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(signedIn, request, reader, new Told(null, null, problem, away));
    }

    @PostMapping("/password")
    ModelAndView password(
            SignedIn signedIn,
            @RequestParam String current,
            @RequestParam String password,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var actor = signedIn.actor();
        var userName = me(actor).userName();
        var address = request.getRemoteAddr();
        try {
            if (!(signIn.check(userName, current, address) instanceof SignIn.Outcome.Known)) {
                return refused(signedIn, request, reader, messages.say(reader, "people.password.wrong"), response);
            }
            var problem = signIn.change(actor.id(), userName, password, actor.id(), address);
            if (problem.isPresent()) {
                return refused(signedIn, request, reader, messages.say(problem.get(), reader), response);
            }
            // Every session ended with the old password, this one too: it goes on as a new one.
            if (signIn.check(userName, password, address) instanceof SignIn.Outcome.Known known) {
                Cookies.give(request, response, sessions.open(known, address, agent));
            }
            return Redirect.to(HERE);
        } catch (Busy e) {
            return refused(
                    signedIn,
                    request,
                    reader,
                    messages.say(reader, "people.sign_in.wait", Busy.RETRY_AFTER_SECONDS),
                    response);
        }
    }

    @PostMapping("/sessions/{id}/end")
    ModelAndView end(SignedIn signedIn, @PathVariable UUID id, HttpServletRequest request) {
        if (!sessions.end(signedIn.actor().id(), id, Audit.SESSION_ENDED, request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Redirect.to(HERE);
    }

    @PostMapping("/tokens")
    ModelAndView make(
            SignedIn signedIn,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String scopes,
            @RequestParam int days,
            @RequestParam(name = "read_only", defaultValue = "false") boolean readOnly,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var actor = signedIn.actor();
        var wished = Arrays.stream(scopes.split("[\\s,]+"))
                .filter(it -> !it.isEmpty())
                .toList();
        var wish = new Tokens.Wish(
                name,
                actor.id(),
                Tokens.Sort.PERSONAL,
                wished.isEmpty() ? List.of(Scopes.ALL) : wished,
                readOnly,
                null,
                Duration.ofDays(days));
        return switch (tokens.make(wish, actor.id(), request.getRemoteAddr())) {
            case Tokens.Outcome.Made made ->
                page(signedIn, request, reader, new Told(made.secret(), null, null, Profile.Away.NOTHING));
            case Tokens.Outcome.Refused(var problems) ->
                refused(signedIn, request, reader, said(problems, reader), response);
        };
    }

    @PostMapping("/tokens/{id}/revoke")
    ModelAndView revoke(SignedIn signedIn, @PathVariable UUID id, HttpServletRequest request) {
        var me = signedIn.actor().id();
        if (!tokens.revoke(me, id, me, request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Redirect.to(HERE);
    }

    private ModelAndView refused(
            SignedIn signedIn,
            HttpServletRequest request,
            Locale reader,
            String problem,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(signedIn, request, reader, new Told(null, null, problem, Profile.Away.NOTHING));
    }

    private String said(List<Problem> problems, Locale reader) {
        return String.join(
                " ",
                problems.stream().map(it -> messages.say(it.reason(), reader)).toList());
    }

    private Person me(Actor.Person actor) {
        return store.get(actor, PersonType.PERSON, actor.id())
                .map(PersonType.PERSON::read)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(SignedIn signedIn, HttpServletRequest request, Locale reader, Told told) {
        var actor = signedIn.actor();
        var me = store.get(actor, PersonType.PERSON, actor.id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var language = me.get(PersonType.LANGUAGE);
        var profile = new Profile(
                me.label(),
                me.version(),
                text(me.get(PersonType.PHONE)),
                language == null ? "" : Codes.of(language),
                text(me.get(PersonType.ZONE)),
                Codes.all(Person.Language.class),
                sessionLines(signedIn, reader),
                tokenLines(actor, reader),
                absences.lines(actor, reader),
                told.away,
                told.secret,
                told.message,
                told.problem);
        return new ModelAndView(
                "people/profile", Map.of("sheet", sheets.sheet(signedIn, request, reader), "profile", profile));
    }

    private List<Profile.SessionLine> sessionLines(SignedIn signedIn, Locale reader) {
        var current = signedIn.proof() instanceof SignedIn.Proof.Session session ? session.id() : null;
        var actor = signedIn.actor();
        return sessions.of(actor.id()).stream()
                .map(it -> new Profile.SessionLine(
                        it.id().toString(),
                        it.address(),
                        it.agent(),
                        time(it.lastSeen(), actor, reader),
                        it.id().equals(current)))
                .toList();
    }

    private List<Profile.TokenLine> tokenLines(Actor.Person actor, Locale reader) {
        return tokens.of(actor.id()).stream()
                .map(it -> new Profile.TokenLine(
                        it.id().toString(),
                        it.name(),
                        String.join(" ", it.scopes()),
                        time(it.expires(), actor, reader)))
                .toList();
    }

    private static String time(Instant instant, Actor actor, Locale reader) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(reader)
                .format(instant.atZone(actor.zone()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
