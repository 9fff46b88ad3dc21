package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.mainstay.approval.ApprovalType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/portal/decisions`: what waits for somebody's yes or no, and saying it. Whatever else can be done about an approval
/// is done on its own page.
@Controller
@RequestMapping("/portal/decisions")
class DecisionPages {

    private static final int MOST = 50;

    /// What each of the two asks for.
    private static final Map<String, String> ASKED = Map.of("approve", "comment", "reject", "why");

    private final Decisions decisions;
    private final Acts acts;
    private final Frames frames;

    DecisionPages(Decisions decisions, Acts acts, Frames frames) {
        this.decisions = decisions;
        this.acts = acts;
        this.frames = frames;
    }

    @GetMapping
    String list(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("decisions", decisions.waiting(actor, MOST, frame));
        return "portal/decisions";
    }

    @GetMapping("/{key}")
    String one(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var approval = decisions.find(actor, key).orElseThrow(NoSuchPage::new);
        return page(approval, PortalView.Typed.NOTHING, actor, frames.of(actor, request, locale), model);
    }

    private String page(Snapshot approval, PortalView.Typed typed, Actor actor, Frame frame, Model model) {
        boolean open = acts.possible(actor, approval).stream()
                .anyMatch(it ->
                        it.action().name().equals("approve") && it.decision().yes());
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new PortalView.Deciding(
                        decisions.view(approval, actor, frame),
                        decisions.facts(approval, actor, frame),
                        "/approvals/" + approval.number(),
                        open,
                        typed));
        return "portal/decision";
    }

    @PostMapping("/{key}")
    String decide(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var approval = decisions.find(actor, key).orElseThrow(NoSuchPage::new);
        var outcome = decided(actor, approval, decision, text.replace("\r\n", "\n"));
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return "redirect:/portal/decisions#saved";
        }
        var frame = frames.of(actor, request, locale);
        response.setStatus(Says.status(outcome).value());
        return page(approval, new PortalView.Typed(decision, text, Says.why(outcome, frame)), actor, frame, model);
    }

    private Outcome decided(Actor actor, Snapshot approval, String decision, String said) {
        var asked = ASKED.get(decision);
        var answers = said.isBlank() || asked == null ? Map.<String, String>of() : Map.of(asked, said);
        // whoever said neither is told what they lack, if they may decide at all
        var verb = asked == null ? "reject" : decision;
        return acts.act(actor, ApprovalType.APPROVAL, approval.id(), verb, Input.texts(answers), null, false);
    }
}
