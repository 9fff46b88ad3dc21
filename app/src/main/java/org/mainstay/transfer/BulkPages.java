package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Actors;
import org.mainstay.rest.Asked;
import org.mainstay.web.Forms;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;

/// `/{collection}/bulk`: a list sends the records that were chosen (`record`, once each) or its filter
/// (`filter` and `all=true`); here one says what is to be done to them, and looks at what it comes to.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/bulk")
class BulkPages {

    private final RecordTypes types;
    private final Bulks bulks;
    private final BulkForms asks;
    private final Forms forms;
    private final OwnJobs own;
    private final Frames frames;

    BulkPages(RecordTypes types, Bulks bulks, BulkForms asks, Forms forms, OwnJobs own, Frames frames) {
        this.types = types;
        this.bulks = bulks;
        this.asks = asks;
        this.forms = forms;
        this.own = own;
        this.frames = frames;
    }

    /// What was chosen and typed so far.
    ///
    /// @param typed by code of attribute or question
    /// @param cleared codes of the attributes to be emptied
    record Typed(
            List<String> records,
            String filter,
            boolean all,
            String action,
            Map<String, String> typed,
            List<String> cleared,
            String comment,
            boolean internal) {

        static Typed of(MultiValueMap<String, String> given) {
            var typed = new HashMap<String, String>();
            given.forEach((name, values) -> {
                if (name.startsWith(BulkForms.VALUE)) {
                    typed.put(
                            name.substring(BulkForms.VALUE.length()),
                            values.getFirst().replace("\r\n", "\n"));
                }
            });
            return new Typed(
                    given.getOrDefault("record", List.of()),
                    first(given, "filter"),
                    first(given, "all").equals("true"),
                    first(given, "action"),
                    typed,
                    given.getOrDefault("clear", List.of()),
                    first(given, "comment").replace("\r\n", "\n").strip(),
                    first(given, "internal").equals("true"));
        }

        private static String first(MultiValueMap<String, String> given, String name) {
            return Objects.requireNonNullElse(given.getFirst(name), "");
        }

        boolean nothing() {
            return records.isEmpty() && !all;
        }
    }

    @GetMapping
    String chosen(
            @PathVariable String collection,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return ask(collection, Typed.of(given), List.of(), request, actor, locale, model);
    }

    /// The same: too many records for an address.
    @PostMapping
    String sent(
            @PathVariable String collection,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return ask(collection, Typed.of(given), List.of(), request, actor, locale, model);
    }

    private String ask(
            String collection,
            Typed typed,
            List<Problem> problems,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        if (typed.nothing()) {
            return "redirect:/" + collection;
        }
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", asks.view(collection, of, typed, problems, actor, frame));
        return "transfer/bulk";
    }

    @PostMapping("/preview")
    String preview(
            @PathVariable String collection,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var typed = Typed.of(given);
        if (typed.nothing()) {
            return "redirect:/" + collection;
        }
        var order = order(collection, of, typed, actor);
        var problems = new ArrayList<Problem>();
        try {
            var chosen =
                    typed.all() ? bulks.matching(actor, of, typed.filter()) : bulks.named(actor, of, typed.records());
            problems.addAll(bulks.problems(actor, of, order, chosen));
            if (problems.isEmpty()) {
                return "redirect:/bulk/" + own.begin(actor, order, bulks.kept(chosen), chosen.size()) + "#saved";
            }
        } catch (Asked.BadFilter _) {
            // the form says it
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return ask(collection, typed, problems, request, actor, locale, model);
    }

    private BulkOrder order(String collection, RecordTypes.Collection of, Typed typed, Actor actor) {
        var type = types.current(of.type());
        var asked = typed.action().isEmpty() ? asks.settable(type, actor) : asks.questions(type, typed.action());
        var texts = new LinkedHashMap<String, String>();
        forms.read(asked, typed.typed()).forEach((code, text) -> {
            if (!text.isBlank()) {
                texts.put(code, text);
            }
        });
        if (typed.action().isEmpty()) {
            asked.stream()
                    .map(Attribute::code)
                    .filter(typed.cleared()::contains)
                    .forEach(it -> texts.put(it, ""));
        }
        var values = JsonNodeFactory.instance.objectNode();
        texts.forEach(values::put);
        return new BulkOrder(
                collection,
                typed.action(),
                values,
                true,
                typed.comment(),
                typed.internal(),
                typed.all() ? CsvRows.storable(typed.filter()) : "",
                true,
                null,
                null,
                Actors.scopes(actor));
    }
}
