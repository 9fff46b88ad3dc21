package org.mainstay.change.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.people.Asking;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Body;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// One's own calendar feeds. A token makes none: a feed has no end and no scopes.
@RestController
@RequestMapping("/api/v1/calendar-feeds")
class FeedApi {

    private final CalendarFeeds feeds;
    private final FeedAddress address;
    private final Body body;
    private final Answers answers;
    private final Problems problems;

    FeedApi(CalendarFeeds feeds, FeedAddress address, Body body, Answers answers, Problems problems) {
        this.feeds = feeds;
        this.address = address;
        this.body = body;
        this.answers = answers;
        this.problems = problems;
    }

    /// `{"items":[{"id","name","filter","created_at","last_read_at"}],"next":null}`
    @GetMapping
    ResponseEntity<byte[]> list(Actor.Person actor) {
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            feeds.of(actor.id()).forEach(it -> write(json, it, null));
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        }));
    }

    /// Takes `{"name","filter"}` and answers the feed with its `url`, which nothing ever tells again.
    @PostMapping
    ResponseEntity<byte[]> make(Actor.Person actor, HttpServletRequest request, Locale reader) throws IOException {
        if (Asking.byToken(request)) {
            return problems.denied(Message.of("calendar_feed.no_token"), reader);
        }
        if (!CalendarFeeds.permitted(actor)) {
            return problems.denied(Message.of("kernel.access.permission_needed", ChangeType.WORK), reader);
        }
        var wish = body.object(body.bytes(request), "name", "filter");
        for (String key : List.of("name", "filter")) {
            if (!wish.path(key).isString() && !wish.path(key).isMissingNode()) {
                return problems.refused(List.of(new Problem(key, Message.of("kernel.value.not_text"))), reader);
            }
        }
        var made = feeds.make(
                actor, wish.path("name").asString(""), wish.path("filter").asString(""), request.getRemoteAddr());
        return switch (made) {
            case CalendarFeeds.Outcome.Made(var feed, var secret) ->
                ResponseEntity.created(URI.create("/api/v1/calendar-feeds/" + feed.id()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Rendering.json(json -> write(json, feed, address.of(secret))));
            case CalendarFeeds.Outcome.Refused(var found) -> problems.refused(found, reader);
            case CalendarFeeds.Outcome.BadFilter(var errors) -> problems.filter(errors, "/filter", reader);
        };
    }

    @DeleteMapping("/{id}")
    ResponseEntity<byte[]> revoke(
            @PathVariable UUID id, Actor.Person actor, HttpServletRequest request, Locale reader) {
        return feeds.revoke(actor.id(), id, request.getRemoteAddr())
                ? ResponseEntity.noContent().build()
                : problems.missing(reader);
    }

    private static void write(JsonGenerator json, Feed feed, @Nullable String url) {
        json.writeStartObject();
        json.writeStringProperty("id", feed.id().toString());
        json.writeStringProperty("name", feed.name());
        json.writeStringProperty("filter", feed.filter());
        json.writeStringProperty("created_at", feed.created().toString());
        json.writeStringProperty(
                "last_read_at", feed.lastRead() == null ? null : feed.lastRead().toString());
        if (url != null) {
            json.writeStringProperty("url", url);
        }
        json.writeEndObject();
    }
}
