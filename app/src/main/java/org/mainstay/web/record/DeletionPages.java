package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.FormView;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Says;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Deleting a record, and the way back.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/{key}")
class DeletionPages {

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Access access;
    private final Frames frames;

    DeletionPages(RecordTypes types, RecordStore store, Acts acts, Access access, Frames frames) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.access = access;
        this.frames = frames;
    }

    /// Where a deleted record is brought back.
    static String restoring(String collection, String key) {
        return Hrefs.record(collection, key) + "/restore";
    }

    @GetMapping("/delete")
    String askDelete(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        if (access.delete(record, actor) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        return asking(Ask.DELETE, collection, record, List.of(), frames.of(actor, request, locale), model);
    }

    @PostMapping("/delete")
    String delete(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        var outcome = acts.delete(actor, record.type(), record.id(), null, false);
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return "redirect:" + restoring(collection, record.number());
        }
        return refused(Ask.DELETE, collection, record, outcome, response, frames.of(actor, request, locale), model);
    }

    @GetMapping("/restore")
    String askRestore(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = deleted(actor, collection, key);
        return asking(Ask.RESTORE, collection, record, List.of(), frames.of(actor, request, locale), model);
    }

    @PostMapping("/restore")
    String restore(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var record = deleted(actor, collection, key);
        var outcome = acts.restore(actor, record.type(), record.number());
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return "redirect:" + Hrefs.record(collection, record);
        }
        return refused(Ask.RESTORE, collection, record, outcome, response, frames.of(actor, request, locale), model);
    }

    private enum Ask {
        DELETE,
        RESTORE;

        String key() {
            return "web." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static String refused(
            Ask ask,
            String collection,
            Snapshot record,
            Outcome outcome,
            HttpServletResponse response,
            Frame frame,
            Model model) {
        response.setStatus(Says.status(outcome).value());
        return asking(ask, collection, record, List.of(Says.why(outcome, frame)), frame, model);
    }

    private static String asking(
            Ask ask, String collection, Snapshot record, List<String> errors, Frame frame, Model model) {
        var list = "/" + collection;
        var href = Hrefs.record(collection, record);
        boolean gone = ask == Ask.RESTORE;
        model.addAttribute("frame", frame);
        model.addAttribute(
                "form",
                new FormView(
                        frame.say(ask.key(), record.number()),
                        record.label(),
                        href + "/" + ask.name().toLowerCase(Locale.ROOT),
                        gone ? list : href,
                        gone ? frame.say(record.type().code() + ".plural") : record.number(),
                        frame.say(ask.key() + "_verb"),
                        "",
                        List.of(),
                        errors,
                        List.of(new FormView.Effect(frame.say(ask.key() + "_effect"), List.of(), List.of())),
                        false));
        return "record/form";
    }

    private Snapshot record(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        return store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
    }

    private Snapshot deleted(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        return acts.deleted(actor, of.type(), key).orElseThrow(NoSuchPage::new);
    }
}
