package org.mainstay.web.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.AuditTrail;
import org.mainstay.web.Frames;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who signed in, who was granted what and who took data along, newest first.
@Controller
class AuditTrailPages {

    private static final int ROWS = 50;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AuditTrail trail;
    private final RecordStore store;
    private final Frames frames;
    private final Show show;

    AuditTrailPages(AuditTrail trail, RecordStore store, Frames frames, Show show) {
        this.trail = trail;
        this.store = store;
        this.frames = frames;
        this.show = show;
    }

    @GetMapping("/audit")
    String audit(
            @RequestParam(required = false) @Nullable Long before,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        if (!AuditTrail.readableBy(actor)) {
            throw new NotPermitted(Message.of("web.forbidden"));
        }
        var frame = frames.of(actor, request, locale);
        var reader = Show.Reader.of(frame, actor);
        var page = trail.page(actor, before, ROWS);
        var names = names(actor, page);
        var lines = page.lines().stream()
                .map(it -> new AuditLine(
                        show.moment(it.at(), reader),
                        frame.say("people.audit." + it.event()),
                        it.actor() == null ? new Shown.Nothing() : show.linked(it.actor()),
                        it.address() == null ? "" : it.address(),
                        it.detail().entrySet().stream()
                                .map(one -> one.getKey() + ": " + names.getOrDefault(one.getValue(), one.getValue()))
                                .collect(Collectors.joining(" · "))))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute("lines", lines);
        model.addAttribute("next", page.next() == null ? "" : "/audit?before=" + page.next());
        model.addAttribute("later", before != null);
        return "audit/audit";
    }

    /// What the records are called whose ids the details hold, as far as the reader sees them.
    private Map<String, String> names(Actor actor, AuditTrail.Page page) {
        var ids = page.lines().stream()
                .flatMap(it -> it.detail().values().stream())
                .filter(it -> ID.matcher(it).matches())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        var names = new HashMap<String, String>();
        store.labelsOf(actor, ids).forEach((id, label) -> names.put(id.toString(), label.label()));
        return names;
    }
}
