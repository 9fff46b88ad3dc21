package org.mainstay.people.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Permissions;
import org.mainstay.people.PersonType;
import org.mainstay.people.signin.SetUp;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// An administrator makes the link with which a person chooses a password. It is shown once.
@Controller
@RequestMapping("/people/{key}/set-up-link")
class SetUpLinkPages {

    private final RecordStore store;
    private final SetUp setUp;
    private final Sheets sheets;

    SetUpLinkPages(RecordStore store, SetUp setUp, Sheets sheets) {
        this.store = store;
        this.setUp = setUp;
        this.sheets = sheets;
    }

    @GetMapping
    ModelAndView ask(SignedIn signedIn, @PathVariable String key, Locale reader, HttpServletRequest request) {
        return page(signedIn, person(signedIn, key), null, reader, request);
    }

    @PostMapping
    ModelAndView make(SignedIn signedIn, @PathVariable String key, Locale reader, HttpServletRequest request) {
        var person = person(signedIn, key);
        var path = setUp.link(person.id(), signedIn.actor().id(), request.getRemoteAddr());
        return page(
                signedIn,
                person,
                request.getRequestURL().toString().replace(request.getRequestURI(), path),
                reader,
                request);
    }

    private Snapshot person(SignedIn signedIn, String key) {
        var actor = signedIn.actor();
        var person = store.find(actor, PersonType.PERSON, key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!actor.grants().everywhere(Permissions.ADMIN)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return person;
    }

    /// @param link null before there is one
    private ModelAndView page(
            SignedIn signedIn, Snapshot person, @Nullable String link, Locale reader, HttpServletRequest request) {
        return new ModelAndView(
                "people/set_up_link",
                Map.of(
                        "sheet", sheets.sheet(signedIn, request, reader),
                        "number", person.number(),
                        "name", person.label(),
                        "link", link == null ? "" : link));
    }
}
