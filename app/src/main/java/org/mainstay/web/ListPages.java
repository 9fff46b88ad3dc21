package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/{collection}`: the list of any record type, with saved views, the filter language and keyset pages.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}")
class ListPages {

    private final RecordTypes types;
    private final ViewCounts counts;
    private final Lists lists;
    private final ListGroups groups;
    private final Frames frames;
    private final FilterCompletion completion;

    ListPages(
            RecordTypes types,
            ViewCounts counts,
            Lists lists,
            ListGroups groups,
            Frames frames,
            FilterCompletion completion) {
        this.types = types;
        this.counts = counts;
        this.lists = lists;
        this.groups = groups;
        this.frames = frames;
        this.completion = completion;
    }

    @GetMapping
    String list(
            @PathVariable String collection,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", lists.view(lists.state(collection, request, actor), cursor, actor, frame));
        return request.getHeader("HX-Request") == null ? "record/list" : "record/listed";
    }

    /// What may stand at the cursor of the filter.
    @GetMapping("/complete")
    String complete(
            @PathVariable String collection,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "-1") int at,
            Actor actor,
            Locale locale,
            Model model) {
        var type = types.current(lists.collection(collection).type());
        model.addAttribute("offer", completion.at(filter, at, type, actor, Messages.language(locale)));
        return "record/completions";
    }

    /// The columns to choose from, when somebody wants others.
    @GetMapping("/columns")
    String columns(
            @PathVariable String collection, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return choosing("record/column_choice", collection, request, actor, locale, model);
    }

    /// The attributes that a condition may be about.
    @GetMapping("/attributes")
    String attributes(
            @PathVariable String collection, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return choosing("record/condition_new", collection, request, actor, locale, model);
    }

    private String choosing(
            String template, String collection, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", lists.choosing(lists.state(collection, request, actor), actor, frame));
        return template;
    }

    /// The values that divide the list, after the page is there.
    @GetMapping("/groups")
    String groups(
            @PathVariable String collection, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        try {
            model.addAttribute("groups", groups.of(lists.state(collection, request, actor), actor, frame));
            model.addAttribute("error", "");
        } catch (BadQuery e) {
            model.addAttribute("error", frame.messages().say(e.reason(), frame.locale()));
        }
        return "record/groups";
    }

    /// How many match, after the page is there.
    @GetMapping("/count")
    ResponseEntity<String> count(
            @PathVariable String collection,
            @RequestParam(defaultValue = "") String filter,
            Actor actor,
            Locale locale) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(counts.now(filter, collection, actor, locale).orElseThrow(NoSuchPage::new));
    }
}
