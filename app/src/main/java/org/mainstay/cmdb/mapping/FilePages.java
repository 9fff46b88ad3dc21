package org.mainstay.cmdb.mapping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.PageSources;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.transfer.BadFile;
import org.mainstay.transfer.ImportView;
import org.mainstay.transfer.JobProgress;
import org.mainstay.transfer.OwnJobs;
import org.mainstay.transfer.RefusedRows;
import org.mainstay.transfer.TableFile;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Where a file of a source is delivered: first it is tried, and the page that tells what would become of it takes it
/// in earnest.
@Controller
@RequestMapping("/discovery-sources/{key}")
class FilePages {

    private final RecordStore store;
    private final Mappings mappings;
    private final Files files;
    private final OwnJobs own;
    private final JobProgress progress;
    private final RefusedRows refused;
    private final Frames frames;

    FilePages(
            RecordStore store,
            Mappings mappings,
            Files files,
            OwnJobs own,
            JobProgress progress,
            RefusedRows refused,
            Frames frames) {
        this.store = store;
        this.mappings = mappings;
        this.files = files;
        this.own = own;
        this.progress = progress;
        this.refused = refused;
        this.frames = frames;
    }

    @GetMapping("/deliver")
    String begin(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String mapping,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return begin(PageSources.seen(store, actor, key), mapping, "", frames.of(actor, request, locale), actor, model);
    }

    private String begin(DiscoverySource source, String chosen, String error, Frame frame, Actor actor, Model model) {
        var options = mappings.of(actor, source.id()).stream()
                .map(it -> new ImportView.Option(
                        it.number(), it.label(), it.number().equals(chosen)))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new FileView.Begin(
                        href(source),
                        source.name(),
                        options,
                        ItemOrganisations.manages(actor, source.organisation()).yes(),
                        source.active(),
                        error));
        return "cmdb/deliver";
    }

    @PostMapping("/deliver")
    String deliver(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String mapping,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        var source = PageSources.kept(store, actor, key);
        var frame = frames.of(actor, request, locale);
        var by = mappings.find(actor, mapping).filter(it -> it.source().equals(source.id()));
        if (by.isEmpty() || file == null || file.isEmpty() || !source.active()) {
            var why = !source.active()
                    ? "discovery.source_inactive"
                    : by.isEmpty() ? "mapping.needed" : "mapping.file.needed";
            return refused(source, mapping, frame.say(why), frame, actor, response, model);
        }
        try (var content = file.getInputStream()) {
            var blob = files.store(content);
            var job = files.queue(
                    actor,
                    by.get(),
                    blob,
                    TableFile.name(file.getOriginalFilename()),
                    true,
                    request.getRemoteAddr(),
                    frame.locale());
            return "redirect:" + href(source) + "/deliveries/" + job;
        } catch (Blobs.TooLarge e) {
            var error = frame.say("transfer.too_large", e.limit() >> 20);
            return refused(source, mapping, error, frame, actor, response, model);
        } catch (BadFile e) {
            var error = frame.messages().say(e.reason(), frame.locale());
            return refused(source, mapping, error, frame, actor, response, model);
        }
    }

    private String refused(
            DiscoverySource source,
            String chosen,
            String error,
            Frame frame,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return begin(source, chosen, error, frame, actor, model);
    }

    @GetMapping("/deliveries/{id}")
    String one(
            @PathVariable String key,
            @PathVariable UUID id,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var source = PageSources.seen(store, actor, key);
        var job = job(source, id, actor);
        var order = FileOrder.of(job);
        var frame = frames.of(actor, request, locale);
        var counts = job.counts();
        long records = job.total() == null ? 0 : Objects.requireNonNull(job.total()) / order.passes();
        long told =
                counts.created() + counts.changed() + counts.unchanged() + counts.refused() - refused.inPart(job.id());
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new FileView.One(
                        href(source),
                        source.name(),
                        order.file(),
                        mappings.find(actor, order.mapping())
                                .map(DiscoveryMapping::name)
                                .orElse(""),
                        order.dry(),
                        job.state().equals("done"),
                        records,
                        order.dry() && records > FileJob.TRIED ? FileJob.TRIED : 0,
                        order.dry() && records > FileJob.TRIED ? 0 : Math.max(0, records - told),
                        progress(source, job, frame),
                        href(source) + "/deliveries/" + id + "/take"));
        return "cmdb/delivery";
    }

    private ImportView.Progress progress(DiscoverySource source, Job job, Frame frame) {
        var order = FileOrder.of(job);
        return progress.of(
                job,
                href(source) + "/deliveries/" + job.id(),
                order.dry() ? "mapping.would." : "mapping.outcome.",
                order.whole() ? "mapping.refused_hint.whole" : "mapping.refused_hint",
                job.counts().refused() > 0,
                frame);
    }

    @GetMapping("/deliveries/{id}/progress")
    String progress(
            @PathVariable String key,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var source = PageSources.seen(store, actor, key);
        var frame = frames.of(actor, request, locale);
        var now = progress(source, job(source, id, actor), frame);
        if (now.over()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("frame", frame);
        model.addAttribute("view", now);
        return "transfer/progress";
    }

    @GetMapping("/deliveries/{id}/refused")
    void refused(
            @PathVariable String key, @PathVariable UUID id, HttpServletResponse response, Actor actor, Locale locale)
            throws IOException {
        var job = job(PageSources.seen(store, actor, key), id, actor);
        if (job.counts().refused() == 0) {
            throw new NoSuchPage();
        }
        refused.send(job, locale, response);
    }

    @PostMapping("/deliveries/{id}/cancel")
    String cancel(@PathVariable String key, @PathVariable UUID id, Actor actor) {
        var source = PageSources.seen(store, actor, key);
        own.cancel(job(source, id, actor).id(), actor);
        return "redirect:" + href(source) + "/deliveries/" + id;
    }

    /// Takes in earnest what was tried.
    @PostMapping("/deliveries/{id}/take")
    String take(@PathVariable String key, @PathVariable UUID id, Actor actor) {
        var source = PageSources.kept(store, actor, key);
        var job = job(source, id, actor);
        var order = FileOrder.of(job);
        var mapping = mappings.find(actor, order.mapping()).orElseThrow(NoSuchPage::new);
        boolean may = order.dry() && job.state().equals("done") && job.content() != null;
        return "redirect:" + href(source) + "/deliveries/" + (may ? files.queue(actor, mapping, job) : id);
    }

    private Job job(DiscoverySource source, UUID id, Actor actor) {
        var job = own.need(id, FileJob.KIND, actor);
        if (!FileOrder.of(job).source().equals(source.id())) {
            throw new NoSuchPage();
        }
        return job;
    }

    private static String href(DiscoverySource source) {
        return Hrefs.record("discovery-sources", source.number());
    }
}
