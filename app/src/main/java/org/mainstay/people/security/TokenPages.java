package org.mainstay.people.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Permissions;
import org.mainstay.people.PersonType;
import org.mainstay.people.signin.Scopes;
import org.mainstay.people.signin.SetUp;
import org.mainstay.people.signin.Tokens;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Tokens and set-up links by REST. A token makes no tokens: that takes a session or a password.
@RestController
class TokenPages {

    private static final int USUAL_DAYS = 90;

    private final Tokens tokens;
    private final SetUp setUp;
    private final RecordStore store;
    private final Messages messages;

    TokenPages(Tokens tokens, SetUp setUp, RecordStore store, Messages messages) {
        this.tokens = tokens;
        this.setUp = setUp;
        this.store = store;
        this.messages = messages;
    }

    /// @param person user name or id; null for oneself. Somebody else's token is a service token, for
    ///     administrators
    /// @param scopes empty for everything the person may
    record Wish(
            @Nullable String name,
            @Nullable String person,
            @Nullable List<String> scopes,
            @Nullable Boolean read_only,
            @Nullable Integer requests_per_second,
            @Nullable Integer days) {}

    @GetMapping("/api/v1/tokens")
    Map<String, Object> list(Actor.Person actor) {
        var page = new LinkedHashMap<String, Object>();
        page.put("items", tokens.of(actor.id()).stream().map(TokenPages::shown).toList());
        page.put("next", null);
        return page;
    }

    @PostMapping("/api/v1/tokens")
    ResponseEntity<?> make(SignedIn signedIn, @RequestBody Wish wish, Locale reader, HttpServletRequest request) {
        var actor = signedIn.actor();
        refuse(signedIn.proof() instanceof SignedIn.Proof.Token);
        boolean other = wish.person != null || wish.requests_per_second != null;
        refuse(other && !actor.grants().everywhere(Permissions.ADMIN));
        var person = wish.person == null ? actor.id() : person(actor, wish.person);
        var made = tokens.make(
                new Tokens.Wish(
                        wish.name == null ? "" : wish.name,
                        person,
                        other ? Tokens.Sort.SERVICE : Tokens.Sort.PERSONAL,
                        scopes(wish),
                        Boolean.TRUE.equals(wish.read_only),
                        wish.requests_per_second,
                        Duration.ofDays(wish.days == null ? USUAL_DAYS : wish.days)),
                actor.id(),
                request.getRemoteAddr());
        return switch (made) {
            case Tokens.Outcome.Made(var token, var secret) -> {
                var body = shown(token);
                body.put("token", secret);
                yield ResponseEntity.status(HttpStatus.CREATED).body(body);
            }
            case Tokens.Outcome.Refused(var problems) -> {
                var errors = problems.stream()
                        .map(it -> Map.of("pointer", "/" + it.attribute(), "detail", messages.say(it.reason(), reader)))
                        .toList();
                yield refused(errors);
            }
        };
    }

    private static List<String> scopes(Wish wish) {
        return wish.scopes == null || wish.scopes.isEmpty()
                ? List.of(Scopes.ALL)
                : wish.scopes.stream().map(String::valueOf).toList();
    }

    @DeleteMapping("/api/v1/tokens/{id}")
    ResponseEntity<Void> revoke(SignedIn signedIn, @PathVariable UUID id, HttpServletRequest request) {
        var me = signedIn.actor().id();
        if (!tokens.revoke(me, id, me, request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.noContent().build();
    }

    /// A link with which a person chooses a password.
    @PostMapping("/api/v1/people/{key}/set-up-link")
    Map<String, String> link(SignedIn signedIn, @PathVariable String key, HttpServletRequest request) {
        refuse(signedIn.proof() instanceof SignedIn.Proof.Token);
        var actor = signedIn.actor();
        var person = person(actor, key);
        refuse(!actor.grants().everywhere(Permissions.ADMIN));
        return Map.of("path", setUp.link(person, actor.id(), request.getRemoteAddr()));
    }

    private UUID person(Actor actor, String key) {
        return store.find(actor, PersonType.PERSON, key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }

    private static void refuse(boolean refused) {
        if (refused) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static ResponseEntity<ProblemDetail> refused(List<Map<String, String>> errors) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, errors.getFirst().get("detail"));
        problem.setType(URI.create("urn:mainstay:problem:not-valid"));
        problem.setProperty("errors", errors);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, Object> shown(Tokens.Token token) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", token.id());
        shown.put("name", token.name());
        shown.put("kind", Codes.of(token.kind()));
        shown.put("person", token.person());
        shown.put("scopes", token.scopes());
        shown.put("read_only", token.readOnly());
        shown.put("requests_per_second", token.requestsPerSecond());
        shown.put("created_at", token.created());
        shown.put("expires_at", token.expires());
        shown.put("last_used_at", token.lastUsed());
        return shown;
    }
}
