package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.FormView;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.mainstay.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/{collection}/{key}/attributes/{attribute}`: one value of any record, shown or to be changed in its place,
/// wherever that is. What only actions change offers these instead.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/{key}/attributes/{attribute}")
class AttributePages {

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Access access;
    private final Frames frames;
    private final Forms forms;
    private final Fields fields;
    private final Edits edits;

    AttributePages(
            RecordTypes types,
            RecordStore store,
            Acts acts,
            Access access,
            Frames frames,
            Forms forms,
            Fields fields,
            Edits edits) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.access = access;
        this.frames = frames;
        this.forms = forms;
        this.fields = fields;
        this.edits = edits;
    }

    /// Whose value, who asks, and where the answer goes.
    private record Asked(
            Actor actor, String collection, Snapshot record, Attribute<?> attribute, Frame frame, Model model) {

        String href() {
            return Hrefs.record(collection, record.number());
        }
    }

    private Asked asked(
            String collection,
            String key,
            String attribute,
            Actor actor,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        var described = record.type()
                .attribute(attribute)
                .filter(it -> access.reads(record.type(), it, actor, record))
                .orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        return new Asked(actor, collection, record, described, frame, model);
    }

    /// Who may not change the value is shown it.
    ///
    /// @param shown whether the value is wanted as it is read
    @GetMapping
    String value(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable String attribute,
            @RequestParam(defaultValue = "false") boolean shown,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var asked = asked(collection, key, attribute, actor, request, locale, model);
        boolean edits = fields.edits(actor, asked.record, asked.attribute);
        if (!shown && request.getHeader("HX-Request") == null) {
            return "redirect:" + asked.href() + (edits ? "/edit#f-" + asked.attribute.code() : "");
        }
        if (edits && !shown) {
            var labels = store.labels(actor, List.of(asked.record));
            return asking(asked, new Forms.Filling(asked.record, labels, Map.of(), Set.of(), List.of()), List.of());
        }
        var changing = Fields.changing(looked(asked), asked.attribute);
        if (shown || changing.isEmpty()) {
            return shown(asked);
        }
        model.addAttribute("href", asked.href());
        model.addAttribute(
                "verbs", RecordViews.verbs(changing, true, asked.record.type().code(), asked.frame));
        return "record/attribute_verbs";
    }

    @PostMapping
    String changed(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable String attribute,
            @RequestParam Map<String, String> given,
            @RequestParam long version,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var asked = asked(collection, key, attribute, actor, request, locale, model);
        var edited = edits.save(actor, asked.record, Forms.values(given), version);
        return switch (edited.outcome()) {
            case Outcome.Done(var record) ->
                shown(new Asked(actor, collection, record, asked.attribute, asked.frame, model));
            // saved, and with that out of sight
            case Outcome.Gone _ -> Hrefs.saved(collection, asked.record.number());
            case Outcome refused -> {
                response.setStatus(Says.status(refused).value());
                var inputs = together(asked, edited.filling());
                var errors = Forms.general(refused, asked.record.type(), inputs, asked.frame);
                yield asking(asked, edited.filling(), errors);
            }
        };
    }

    private String shown(Asked asked) {
        asked.model.addAttribute("href", asked.href());
        asked.model.addAttribute("field", fields.field(looked(asked), asked.attribute));
        return "record/attribute";
    }

    private Fields.Asked looked(Asked asked) {
        return new Fields.Asked(
                asked.actor,
                asked.record,
                store.labels(asked.actor, List.of(asked.record)),
                Map.of(),
                acts.possible(asked.actor, asked.record),
                Show.Reader.of(asked.frame, asked.actor));
    }

    /// The attribute, and what must be given with it: a priority of one's own needs its reason.
    private List<Attribute<?>> together(Asked asked, Forms.Filling filling) {
        var together = new LinkedHashSet<Attribute<?>>(List.of(asked.attribute));
        filling.problems()
                .forEach(it -> asked.record
                        .type()
                        .attribute(it.attribute())
                        .filter(about -> fields.edits(asked.actor, asked.record, about))
                        .ifPresent(together::add));
        return List.copyOf(together);
    }

    private String asking(Asked asked, Forms.Filling filling, List<String> errors) {
        var inputs =
                forms.inputs(asked.record.type(), together(asked, filling), filling, asked.actor.zone(), asked.frame);
        var href = asked.href() + "/attributes/" + asked.attribute.code();
        asked.model.addAttribute(
                "form",
                new FormView(
                        "",
                        "",
                        href,
                        asked.href(),
                        "",
                        filling.changed().isEmpty() ? asked.frame.say("web.save") : asked.frame.say("web.keep_mine"),
                        Long.toString(asked.record.version()),
                        inputs,
                        errors,
                        null,
                        !filling.changed().isEmpty()));
        return "record/attribute_input";
    }
}
