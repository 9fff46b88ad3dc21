package org.mainstay.approval;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Show;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page behind the link of a letter, for nobody signed in. Looking decides nothing: mail scanners look, too.
@Controller
@RequestMapping("/approve/{token}")
class LinkPages {

    private static final int LONGEST = 4_000;

    private final LinkDecisions decisions;
    private final LedgerViews views;
    private final RecordStore store;
    private final Show show;
    private final Frames frames;

    LinkPages(LinkDecisions decisions, LedgerViews views, RecordStore store, Show show, Frames frames) {
        this.decisions = decisions;
        this.views = views;
        this.store = store;
        this.show = show;
        this.frames = frames;
    }

    @GetMapping
    String look(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return page(decisions.look(token), token, "", "", request, response, locale, model);
    }

    @PostMapping
    String decide(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var said = reason.replace("\r\n", "\n").strip();
        boolean rejects = decision.equals("reject");
        var error = !rejects && !decision.equals("approve")
                ? "approval.link.choose"
                : rejects && said.isEmpty()
                        ? "approval.link.reason_needed"
                        : said.length() > LONGEST || said.indexOf('\0') >= 0 ? "approval.link.reason_too_long" : "";
        var found = error.isEmpty()
                ? decisions.decide(token, !rejects, said.isEmpty() ? null : said)
                : decisions.look(token);
        return page(found, token, said, error, request, response, locale, model);
    }

    private String page(
            LinkDecisions.Found found,
            String token,
            String typed,
            String error,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var frame = frames.anybody(request, locale);
        model.addAttribute("frame", frame);
        switch (found) {
            case LinkDecisions.Found.Open(var _, var person, var going) -> {
                if (!error.isEmpty()) {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                }
                var approval = going.approval();
                var reader = Show.Reader.of(frame, person);
                var labels = store.labels(person, List.of(approval));
                model.addAttribute("view", views.of(person, approval, frame));
                model.addAttribute("record", approval.need(ApprovalType.RECORD));
                model.addAttribute("requester", show.value(approval, ApprovalType.REQUESTED_BY, labels, reader));
                model.addAttribute("beneficiary", show.value(approval, ApprovalType.REQUESTED_FOR, labels, reader));
                model.addAttribute("amount", show.value(approval, ApprovalType.AMOUNT, labels, reader));
                model.addAttribute("post", "/approve/" + token);
                model.addAttribute("person", person.name());
                model.addAttribute("typed", typed);
                model.addAttribute("error", error.isEmpty() ? "" : frame.say(error));
                return "approval/link";
            }
            case LinkDecisions.Found.Done(var approval) -> {
                return told("approval.link.done", null, approval, frame, model);
            }
            case LinkDecisions.Found.Closed(var reason, var approval) -> {
                response.setStatus(HttpStatus.GONE.value());
                return told("approval.link.closed", reason, approval, frame, model);
            }
            case LinkDecisions.Found.Unknown _ -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                return told("approval.link.unknown", Message.of("approval.link.unknown.hint"), null, frame, model);
            }
        }
    }

    private String told(String title, @Nullable Message reason, @Nullable Snapshot approval, Frame frame, Model model) {
        model.addAttribute("title", frame.say(title));
        model.addAttribute("reason", reason == null ? "" : frame.messages().say(reason, frame.locale()));
        model.addAttribute(
                "about", approval == null ? "" : approval.need(ApprovalType.RECORD) + " " + approval.label());
        model.addAttribute(
                "state",
                approval == null
                        ? ""
                        : frame.messages()
                                .choice(
                                        ApprovalType.APPROVAL,
                                        ApprovalType.STATE,
                                        approval.need(ApprovalType.STATE),
                                        frame.locale()));
        return "approval/link_told";
    }
}
