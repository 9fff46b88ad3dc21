package org.mainstay.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;

/// `import FILE --profile NAME` or `import FILE --collection NAME`: the same import as by REST, waited
/// for, done by the system itself.
final class ImportCommand implements Command {

    private static final int TOLD = 20;
    private static final String HOW = """
            Say what and how:
              import FILE --collection NAME [--key COLUMNS] [--source NAME] [--organisation NAME]
                     [--mapping JSON] [--ignore COLUMNS] [--create-missing COLLECTIONS]
                     [--blanks leave|clear] [--charset NAME] [--delimiter NAME] [--date-format PATTERN]
                     [--format csv|ndjson] [--dry-run]
              import FILE --profile NAME [--organisation NAME] [--dry-run]""";

    private final Imports imports;
    private final Jobs jobs;
    private final Actors actors;
    private final ImportRowQueries rows;
    private final Messages messages;

    ImportCommand(Imports imports, Jobs jobs, Actors actors, ImportRowQueries rows, Messages messages) {
        this.imports = imports;
        this.jobs = jobs;
        this.actors = actors;
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        var options = options(arguments);
        if (arguments.isEmpty() || options == null) {
            System.err.println(HOW);
            return 2;
        }
        var collection = options.remove("collection");
        if (collection == null) {
            collection = imports.profile(options.getOrDefault("profile", ""))
                    .map(ImportProfile::collection)
                    .orElse(null);
        }
        if (collection == null) {
            System.err.println(
                    options.containsKey("profile") ? "There is no profile " + options.get("profile") + "." : HOW);
            return 2;
        }
        var file = Path.of(arguments.getFirst());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            System.err.println("There is no file " + file + " that can be read.");
            return 2;
        }
        try (var content = Files.newInputStream(file)) {
            var blob = imports.store(content);
            var actor = actors.machine("system");
            var name = String.valueOf(file.getFileName());
            return switch (imports.order(actor, collection, options, blob, name, false)) {
                case Imports.Answer.Ready(var order) ->
                    told(jobs.foreground(ImportJob.KIND, Installation.SYSTEM, order.payload(), blob), order);
                case Imports.Answer.Refused(var wrong) -> {
                    wrong.forEach(it -> System.err.println(
                            it.parameter().replace('_', '-') + ": " + messages.say(it.reason(), Locale.ENGLISH)));
                    yield 2;
                }
                case Imports.Answer.Denied(var reason) -> {
                    System.err.println(messages.say(reason, Locale.ENGLISH));
                    yield 2;
                }
                case Imports.Answer.Missing _ -> {
                    System.err.println("There is no collection " + collection + ".");
                    yield 2;
                }
            };
        } catch (Blobs.TooLarge e) {
            System.err.println("The file is larger than the limit of " + (e.limit() >> 20) + " MB.");
            return 2;
        }
    }

    /// By the names of parameters; null where they cannot be read.
    private static @Nullable Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (int i = 1; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (!word.startsWith("--")) {
                return null;
            }
            int equals = word.indexOf('=');
            var name = word.substring(2, equals < 0 ? word.length() : equals).replace('-', '_');
            if (equals >= 0) {
                options.put(name, word.substring(equals + 1));
            } else if (name.equals("dry_run")) {
                options.put(name, "true");
            } else if (i + 1 < arguments.size()) {
                options.put(name, arguments.get(++i));
            } else {
                return null;
            }
        }
        return options;
    }

    /// @return 0 when all went in, 1 when something was refused or failed
    private int told(Job job, ImportOrder order) {
        var counts = job.counts();
        System.out.println((order.dry() ? "Dry run " : "Import ") + job.state() + ": " + counts.created()
                + " created, " + counts.changed() + " changed, " + counts.unchanged() + " unchanged, "
                + counts.refused() + " refused");
        if (job.error() != null) {
            System.err.println(job.error());
        }
        rows.firstRefused(job.id(), TOLD)
                .forEach(it -> System.err.println(
                        "line " + it.line() + ": " + Reasons.text(it.detail(), messages, Locale.ENGLISH)));
        if (counts.refused() > TOLD) {
            System.err.println("and " + (counts.refused() - TOLD) + " more; an administrator gets all of them at"
                    + " /api/v1/jobs/" + job.id() + "/refused");
        }
        return job.state().equals("done") && counts.refused() == 0 ? 0 : 1;
    }
}
