package org.mainstay.change.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/changes/feeds`: where people make, see and revoke their calendar feeds.
@Controller
@RequestMapping("/changes/feeds")
class FeedPages {

    private final CalendarFeeds feeds;
    private final FeedAddress address;
    private final Show show;
    private final Frames frames;

    FeedPages(CalendarFeeds feeds, FeedAddress address, Show show, Frames frames) {
        this.feeds = feeds;
        this.address = address;
        this.show = show;
        this.frames = frames;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String filter,
            HttpServletRequest request,
            Actor.Person actor,
            Locale locale,
            Model model) {
        return page("", List.of(), "", filter, request, actor, locale, model);
    }

    /// Shows the address in the answer, because nothing else ever shows it.
    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String filter,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor.Person actor,
            Locale locale,
            Model model) {
        if (!CalendarFeeds.permitted(actor)) {
            throw new NotPermitted(Message.of("kernel.access.permission_needed", ChangeType.WORK));
        }
        List<Message> reasons;
        switch (feeds.make(actor, name, filter, request.getRemoteAddr())) {
            case CalendarFeeds.Outcome.Made(var _, var secret) -> {
                return page(address.of(secret), List.of(), "", "", request, actor, locale, model);
            }
            case CalendarFeeds.Outcome.Refused(var problems) ->
                reasons = problems.stream().map(it -> it.reason()).toList();
            case CalendarFeeds.Outcome.BadFilter(var errors) ->
                reasons = errors.stream().map(it -> it.reason()).toList();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page("", reasons, name, filter, request, actor, locale, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, HttpServletRequest request, Actor.Person actor) {
        if (!feeds.revoke(actor.id(), id, request.getRemoteAddr())) {
            throw new NoSuchPage();
        }
        return "redirect:/changes/feeds";
    }

    private String page(
            String url,
            List<Message> reasons,
            String name,
            String filter,
            HttpServletRequest request,
            Actor.Person actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var reader = Show.Reader.of(frame, actor);
        var lines = feeds.of(actor.id()).stream()
                .map(it -> new FeedsView.Line(
                        it.id().toString(),
                        it.name(),
                        it.filter(),
                        show.moment(it.created(), reader),
                        it.lastRead() == null ? new Shown.Nothing() : show.moment(it.lastRead(), reader)))
                .toList();
        var errors = reasons.stream()
                .map(it -> frame.messages().say(it, frame.locale()))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute("view", new FeedsView(CalendarFeeds.permitted(actor), url, lines, errors, name, filter));
        return "change/feeds";
    }
}
