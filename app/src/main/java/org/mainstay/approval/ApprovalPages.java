package org.mainstay.approval;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/approvals/{key}/ledger`, a part of the approval's page, and `/{collection}/{key}/approvals`, a part of the pages
/// of
/// records that are approved.
@Controller
class ApprovalPages {

    private final Approvals approvals;
    private final LedgerViews views;
    private final RecordStore store;
    private final RecordTypes types;
    private final Frames frames;

    ApprovalPages(Approvals approvals, LedgerViews views, RecordStore store, RecordTypes types, Frames frames) {
        this.approvals = approvals;
        this.views = views;
        this.store = store;
        this.types = types;
        this.frames = frames;
    }

    @GetMapping("/approvals/{key}/ledger")
    String ledger(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var approval = store.find(actor, ApprovalType.APPROVAL, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("views", List.of(views.of(actor, approval, frame)));
        model.addAttribute("own", true);
        model.addAttribute("href", Hrefs.record("approvals", approval));
        model.addAttribute("record", approval.number() + " " + approval.label());
        return part(request);
    }

    @GetMapping("/{collection:[a-z][a-z-]*}/{key}/approvals")
    String approvals(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "views",
                approvals.of(record).stream()
                        .map(it -> views.of(actor, it, frame))
                        .toList());
        model.addAttribute("own", false);
        model.addAttribute("href", Hrefs.record(collection, record));
        model.addAttribute("record", record.number() + " " + record.label());
        return part(request);
    }

    private static String part(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null ? "approval/approvals_page" : "approval/approvals";
    }
}
