package org.mainstay.people.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.signin.Busy;
import org.mainstay.people.signin.Sessions;
import org.mainstay.people.signin.SetUp;
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

/// What is behind a set-up link. A link that is used, old or made up is no page at all.
@Controller
@RequestMapping("/set-up/{link}")
class SetUpPages {

    private final SetUp setUp;
    private final Sessions sessions;
    private final Sheets sheets;
    private final Messages messages;

    SetUpPages(SetUp setUp, Sessions sessions, Sheets sheets, Messages messages) {
        this.setUp = setUp;
        this.sessions = sessions;
        this.sheets = sheets;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String link, HttpServletRequest request, Locale reader) {
        return page(request, link, new SetUp.Answers("", "", "", ""), List.of(), reader);
    }

    @PostMapping
    ModelAndView complete(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam String password,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        var answers = new SetUp.Answers(username, name, email, password);
        var address = request.getRemoteAddr();
        try {
            return switch (setUp.complete(link, answers, address)) {
                case SetUp.Outcome.Done(var known) -> {
                    Cookies.give(request, response, sessions.open(known, address, agent));
                    yield Redirect.to("/");
                }
                case SetUp.Outcome.Refused(var problems) -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    var said = problems.stream()
                            .map(it -> messages.say(it.reason(), reader))
                            .toList();
                    yield page(request, link, answers, said, reader);
                }
                case SetUp.Outcome.Gone _ -> throw gone();
            };
        } catch (Busy e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Busy.RETRY_AFTER_SECONDS));
            var said = messages.say(reader, "people.sign_in.wait", Busy.RETRY_AFTER_SECONDS);
            return page(request, link, answers, List.of(said), reader);
        }
    }

    private ModelAndView page(
            HttpServletRequest request, String link, SetUp.Answers typed, List<String> problems, Locale reader) {
        var found = setUp.find(link).orElseThrow(SetUpPages::gone);
        var userName = found.userName();
        var form = new SetUpForm(
                "/set-up/" + link,
                userName == null,
                userName == null ? typed.userName() : userName,
                typed.name(),
                typed.email(),
                problems);
        return new ModelAndView("people/set_up", Map.of("sheet", sheets.entrance(request, reader), "form", form));
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
