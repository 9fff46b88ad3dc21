package org.mainstay.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.text.Messages;

/// Imports files here and now, as tests need it.
public final class Loader {

    private final Imports imports;
    private final Jobs jobs;
    private final ImportRowQueries rows;
    private final Messages messages;

    Loader(Imports imports, Jobs jobs, ImportRowQueries rows, Messages messages) {
        this.imports = imports;
        this.jobs = jobs;
        this.rows = rows;
        this.messages = messages;
    }

    /// A job that is over, or what was wrong with the request.
    public sealed interface Loaded {

        record Over(UUID job) implements Loaded {}

        record Wrong(List<String> sentences) implements Loaded {}
    }

    public Loaded load(Actor actor, String collection, byte[] file, Map<String, String> parameters) throws IOException {
        var blob = imports.store(new ByteArrayInputStream(file));
        return switch (imports.order(actor, collection, parameters, blob, "test.csv", false)) {
            case Imports.Answer.Ready(var order) ->
                new Loaded.Over(jobs.foreground(ImportJob.KIND, actor.id(), order.payload(), blob)
                        .id());
            case Imports.Answer.Refused(var wrong) ->
                new Loaded.Wrong(wrong.stream()
                        .map(it -> messages.say(it.reason(), Locale.ENGLISH))
                        .toList());
            case Imports.Answer.Denied(var reason) -> new Loaded.Wrong(List.of(messages.say(reason, Locale.ENGLISH)));
            case Imports.Answer.Missing _ -> new Loaded.Wrong(List.of("missing"));
        };
    }

    public Loaded load(Actor actor, String collection, String file, Map<String, String> parameters) throws IOException {
        return load(actor, collection, file.getBytes(StandardCharsets.UTF_8), parameters);
    }

    public Job job(Loaded loaded) {
        if (loaded instanceof Loaded.Over(var id)) {
            return jobs.find(id).orElseThrow();
        }
        throw new AssertionError("not accepted: " + loaded);
    }

    /// `line outcome reason` of the kept rows.
    public List<String> rows(Job job) {
        var told = new ArrayList<String>();
        rows.first(job.id(), 1_000)
                .forEach(it -> told.add(it.line() + " " + it.outcome()
                        + (it.outcome().equals(ImportRowQueries.REFUSED)
                                ? " " + Reasons.text(it.detail(), messages, Locale.ENGLISH)
                                : "")));
        return told;
    }
}
