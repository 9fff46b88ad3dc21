package org.mainstay.web.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.Mentions;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.PersonType;
import org.mainstay.web.ByNumber;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What helps to write Markdown: how a text will look, and whom or what a mention that is begun may mean.
@Controller
class MarkdownPages {

    private static final int LONGEST = 100_000;
    private static final int FEW = 8;
    private static final int MOST = 50;

    private static final Pattern PERSON = Pattern.compile("@([\\p{L}\\p{N}._-]{1,40})");
    private static final Pattern NUMBER = Pattern.compile("([A-Za-z]{2,8})([0-9]{1,12})");

    private final RecordTypes types;
    private final RecordStore store;
    private final Mentions mentions;

    MarkdownPages(RecordTypes types, RecordStore store, Mentions mentions) {
        this.types = types;
        this.store = store;
        this.mentions = mentions;
    }

    @PostMapping("/markdown/preview")
    ResponseEntity<String> preview(@RequestParam(defaultValue = "") String text, Actor actor) {
        if (text.length() > LONGEST) {
            throw new BadQuery("text", "kernel.value.too_long", text.length(), LONGEST);
        }
        var html = Markdown.html(text.replace("\r\n", "\n"), mentions.in(List.of(text), actor));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }

    /// @param q the mention as far as it is typed: `@sa`, or `INC42` with or without its zeros
    @GetMapping("/mentions")
    String mentions(@RequestParam(defaultValue = "") String q, Actor actor, Model model) {
        model.addAttribute("options", options(q, actor));
        return "record/mentions";
    }

    private List<MentionOption> options(String typed, Actor actor) {
        var options = new ArrayList<MentionOption>();
        var person = PERSON.matcher(typed);
        var number = NUMBER.matcher(typed);
        if (person.matches()) {
            // whose user name begins like it is meant before those whose name holds it
            var begun = person.group(1);
            store.suggest(actor, PersonType.PERSON, Filter.EVERYTHING, begun, MOST).stream()
                    .sorted(Comparator.comparing((Label it) -> !it.number().startsWith(begun)))
                    .limit(FEW)
                    .forEach(it -> options.add(option("@", it)));
        } else if (number.matches()) {
            var letters = number.group(1).toUpperCase(Locale.ROOT);
            var digits = number.group(2);
            var whole = letters + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
            new ByNumber(types, store)
                    .find(actor, whole)
                    .forEach(it -> options.add(new MentionOption(it.number(), it.label())));
        }
        return options;
    }

    private static MentionOption option(String sign, Label label) {
        return new MentionOption(sign + label.number(), label.label());
    }
}
