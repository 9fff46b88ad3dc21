package org.mainstay.incident;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frames;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// What a rule would have done to the last 90 days, as a page.
@Controller
class AssignmentRulePages {

    private static final Duration BACK = Duration.ofDays(90);

    private final RecordStore store;
    private final Access access;
    private final AssignmentDryRun dryRun;
    private final Frames frames;

    AssignmentRulePages(RecordStore store, Access access, AssignmentDryRun dryRun, Frames frames) {
        this.store = store;
        this.access = access;
        this.dryRun = dryRun;
        this.frames = frames;
    }

    @GetMapping("/assignment-rules/{key}/dry-run")
    String dryRun(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var rule = store.find(actor, AssignmentRuleType.ASSIGNMENT_RULE, key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!access.edit(rule, actor).yes()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var report = dryRun.run(actor, AssignmentRule.of(rule), BACK);
        model.addAttribute("frame", frames.of(actor, request, locale));
        model.addAttribute("number", rule.number());
        model.addAttribute("title", rule.label());
        model.addAttribute("days", (int) BACK.toDays());
        model.addAttribute("report", report);
        model.addAttribute("lines", lines(actor, report));
        return "incident/dry_run";
    }

    private List<DryRunLine> lines(Actor actor, AssignmentDryRun.Report report) {
        var ids = new HashSet<UUID>();
        report.examples().forEach(it -> {
            ids.add(it.to());
            if (it.from() != null) {
                ids.add(it.from());
            }
        });
        var labels = store.labelsOf(actor, ids);
        return report.examples().stream()
                .map(it -> new DryRunLine(it.number(), it.title(), name(it.from(), labels), name(it.to(), labels)))
                .toList();
    }

    private static String name(@Nullable UUID id, Map<UUID, Label> labels) {
        var label = id == null ? null : labels.get(id);
        return label == null ? "" : label.label();
    }
}
