package org.mainstay.cmdb.mapping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Format;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.PageSources;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.transfer.BadFile;
import org.mainstay.transfer.TableFile;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Where a mapping is made from a file that serves as a sample, looked at, and kept.
@Controller
class MappingPages {

    private static final String NEW = "/discovery-sources/{key}/mappings";
    private static final String OLD = "/discovery-mappings/{key}/columns";

    /// So many characters of a file tell its format.
    private static final int LOOKED_AT = 8_000;

    private final RecordStore store;
    private final Acts acts;
    private final MappingChecks checks;
    private final MappingViews views;
    private final MappingPreview previews;
    private final Frames frames;

    MappingPages(
            RecordStore store,
            Acts acts,
            MappingChecks checks,
            MappingViews views,
            MappingPreview previews,
            Frames frames) {
        this.store = store;
        this.acts = acts;
        this.checks = checks;
        this.views = views;
        this.previews = previews;
        this.frames = frames;
    }

    /// What is worked on.
    ///
    /// @param mapping null while it is new
    /// @param version that the mapping has now
    private record Subject(
            DiscoverySource source,
            @Nullable DiscoveryMapping mapping,
            @Nullable Long version) {

        Subject(DiscoverySource source) {
            this(source, null, null);
        }

        String action() {
            return mapping == null
                    ? Hrefs.record("discovery-sources", source.number()) + "/mappings"
                    : Hrefs.record("discovery-mappings", mapping.number()) + "/columns";
        }
    }

    @GetMapping(NEW)
    String begin(
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var form = MappingForm.of(request.getParameterMap());
        return show(
                new Subject(PageSources.seen(store, actor, key)), form, List.of(), List.of(), frame, response, model);
    }

    @GetMapping(OLD)
    String columns(
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var stored = stored(actor, key);
        var mapping = DiscoveryMapping.of(stored);
        var subject = new Subject(source(actor, mapping), mapping, stored.version());
        var form = MappingForm.of(mapping, stored.version());
        return show(subject, form, List.of(), List.of(), frames.of(actor, request, locale), response, model);
    }

    /// @param work `look` for what would become of the sample, `save` to keep the mapping
    @PostMapping(NEW)
    String make(
            @PathVariable String key,
            @RequestParam(name = "do", defaultValue = "look") String work,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        return work(
                new Subject(PageSources.kept(store, actor, key)), work, file, request, response, actor, locale, model);
    }

    @PostMapping(OLD)
    String change(
            @PathVariable String key,
            @RequestParam(name = "do", defaultValue = "look") String work,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        var stored = stored(actor, key);
        var mapping = DiscoveryMapping.of(stored);
        var source = PageSources.kept(store, actor, mapping.source().toString());
        return work(
                new Subject(source, mapping, stored.version()), work, file, request, response, actor, locale, model);
    }

    private String work(
            Subject subject,
            String work,
            @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        var frame = frames.of(actor, request, locale);
        var form = MappingForm.of(request.getParameterMap());
        if (file != null && !file.isEmpty()) {
            try {
                form = shown(subject, form, file);
            } catch (BadFile e) {
                var error = frame.messages().say(e.reason(), frame.locale());
                return show(subject, form, List.of(error), List.of(), frame, response, model);
            }
        }
        if (work.equals("save")) {
            var saved = save(subject, form, actor);
            if (saved instanceof Outcome.Done(var record)) {
                return "redirect:" + Hrefs.record("discovery-sources", subject.source.number()) + "/deliver?mapping="
                        + Hrefs.encoded(record.number());
            }
            // what is saved again on purpose overwrites
            var again = saved instanceof Outcome.Stale(var current) ? form.of(current.version()) : form;
            return show(subject, again, Says.errors(saved, frame), List.of(), frame, response, model);
        }
        var mapping = form.mapping(subject.source.id(), subject.source.organisation());
        var wrong = form.mapped().isEmpty()
                ? List.<String>of()
                : checks.problems(mapping).stream()
                        .map(it -> frame.messages().say(it, frame.locale()))
                        .toList();
        var preview =
                wrong.isEmpty() && !form.mapped().isEmpty() && !form.sample().isEmpty()
                        ? previews.of(subject.source, mapping, form.sample(), frame)
                        : List.<MappingView.Preview>of();
        return show(subject, form, wrong, preview, frame, response, model);
    }

    /// The form with the file as its sample; where nothing is mapped yet, with what suggests itself.
    private MappingForm shown(Subject subject, MappingForm form, MultipartFile file) throws IOException {
        boolean begins = subject.mapping == null && form.lines().isEmpty();
        var format = begins ? format(file, form) : form.format();
        var with =
                form.with(format, form.sample(), List.of()).mapping(subject.source.id(), subject.source.organisation());
        var known = subject.mapping == null || !form.lines().isEmpty() ? form.mapped() : subject.mapping.lines();
        try (var records = MappedFile.records(with, file.getInputStream(), file.getSize())) {
            var sample = Sample.of(records, format == Format.CSV);
            var suggested = views.suggested(sample, form.itemClass());
            if (known.isEmpty()) {
                return form.with(format, sample, suggested);
            }
            var lines = new ArrayList<>(known);
            suggested.stream()
                    .filter(it -> lines.stream().noneMatch(line -> line.from().equals(it.from())))
                    .map(it -> MappingLine.of(it.from(), ""))
                    .forEach(lines::add);
            return form.with(format, sample, lines);
        }
    }

    /// JSON begins with a bracket; one document a line with a brace that is closed on the line it is opened on.
    private static Format format(MultipartFile file, MappingForm form) throws IOException {
        var charset = form.charset() == null ? "" : form.charset().code();
        try (var text = TableFile.text(file.getInputStream(), file.getSize(), charset)) {
            var units = new char[LOOKED_AT];
            int read = 0;
            for (int more = 0; more >= 0 && read < LOOKED_AT; read += Math.max(0, more)) {
                more = text.read(units, read, LOOKED_AT - read);
            }
            var head = new String(units, 0, read).stripLeading();
            if (head.startsWith("[")) {
                return Format.JSON;
            }
            if (head.startsWith("{")) {
                var line = head.lines().findFirst().orElse("").strip();
                return line.length() > 2 && line.endsWith("}") && head.lines().count() > 1
                        ? Format.NDJSON
                        : Format.JSON;
            }
            return form.format();
        }
    }

    private Outcome save(Subject subject, MappingForm form, Actor actor) {
        var type = DiscoveryMappingType.DISCOVERY_MAPPING;
        var values = form.values(subject.source.id().toString());
        if (subject.mapping != null) {
            long version = form.version() == null ? Objects.requireNonNull(subject.version) : form.version();
            return acts.merge(actor, type, subject.mapping.id(), Input.texts(values), version, false);
        }
        values.put("organisation", subject.source.organisation().toString());
        return acts.create(actor, type, Input.texts(values), List.of(), false);
    }

    private String show(
            Subject subject,
            MappingForm form,
            List<String> errors,
            List<MappingView.Preview> preview,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        var title = subject.mapping == null ? frame.say("mapping.new") : subject.mapping.name();
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(subject.action(), subject.source, title, form, errors, preview, frame));
        return "cmdb/mapping";
    }

    private Snapshot stored(Actor actor, String key) {
        return store.find(actor, DiscoveryMappingType.DISCOVERY_MAPPING, key).orElseThrow(NoSuchPage::new);
    }

    private DiscoverySource source(Actor actor, DiscoveryMapping mapping) {
        return PageSources.seen(store, actor, mapping.source().toString());
    }
}
