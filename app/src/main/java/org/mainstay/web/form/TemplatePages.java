package org.mainstay.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Forms;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.record.Edits;
import org.mainstay.web.template.Presets;
import org.mainstay.web.template.TemplateType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was typed into a form, or what a record holds, as the beginning of a template.
@Controller
class TemplatePages {

    private static final int LONGEST_NAME = 160;

    private final RecordTypes types;
    private final RecordStore store;
    private final Access access;
    private final Templates templates;
    private final Forms forms;
    private final Edits edits;
    private final NewForms fresh;
    private final Frames frames;

    TemplatePages(
            RecordTypes types,
            RecordStore store,
            Access access,
            Templates templates,
            Forms forms,
            Edits edits,
            NewForms fresh,
            Frames frames) {
        this.types = types;
        this.store = store;
        this.access = access;
        this.templates = templates;
        this.forms = forms;
        this.edits = edits;
        this.fresh = fresh;
        this.frames = frames;
    }

    @GetMapping("/{collection:[a-z][a-z-]*}/{key}/template")
    String ofRecord(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        var fillable = edits.fillable(record.type(), actor, null);
        var labels = store.labels(actor, List.of(record));
        var written = new HashMap<String, String>();
        for (Attribute<?> attribute : fillable) {
            if (access.reads(record.type(), attribute, actor, record)) {
                written.put(attribute.code(), forms.text(attribute, record, labels, actor.zone()));
            }
        }
        var presets = templates.of(record, fillable, written);
        return form(record.type(), record.label(), presets, request, actor, locale, model);
    }

    @PostMapping("/{collection:[a-z][a-z-]*}/template")
    String ofForm(
            @PathVariable String collection,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var type = types.current(
                types.byCollection(collection).orElseThrow(NoSuchPage::new).type());
        if (access.create(type, actor, actor.organisation()) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        var values = new LinkedHashMap<String, String>();
        var given = Forms.values(typed);
        edits.fillable(type, actor, null).forEach(it -> {
            var text = given.getOrDefault(it.code(), "");
            if (!text.isBlank() && !text.equals("false")) {
                values.put(it.code(), templates.portable(it, text));
            }
        });
        var name = values.getOrDefault(type.label().code(), "");
        return form(type, name, new Presets(values, null), request, actor, locale, model);
    }

    private String form(
            RecordType<?> type,
            String name,
            Presets presets,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var typed = Map.of(
                "name", name.substring(0, Math.min(LONGEST_NAME, name.length())),
                "record_type", type.code(),
                "audience", "private",
                "presets", presets.text());
        var filled = new NewForms.Filled(typed, List.of(), List.of());
        var template = types.current(TemplateType.TEMPLATE);
        return fresh.show(
                template, "templates", NewForms.Ask.PLAINLY, filled, actor, frames.of(actor, request, locale), model);
    }
}
