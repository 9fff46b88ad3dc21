package org.mainstay.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.store.Installation;
import tools.jackson.databind.node.JsonNodeFactory;

/// `import FILE --profile NAME`: the same import, waited for.
final class ImportCommand implements Command {

    private final ImportJob imports;
    private final Jobs jobs;
    private final Blobs blobs;
    private final ImportSettings settings;

    ImportCommand(ImportJob imports, Jobs jobs, Blobs blobs, ImportSettings settings) {
        this.imports = imports;
        this.jobs = jobs;
        this.blobs = blobs;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        if (arguments.size() != 3 || !arguments.get(1).equals("--profile")) {
            System.err.println("Say what and how: import FILE --profile NAME");
            return 2;
        }
        var file = Path.of(arguments.get(0));
        var profile = arguments.get(2);
        if (!Files.isReadable(file) || imports.profile(profile).isEmpty()) {
            System.err.println("There is no file " + file + ", or no profile " + profile + ".");
            return 2;
        }
        try (var content = Files.newInputStream(file)) {
            var blob = blobs.put(content, settings.maxSize().toBytes());
            var payload = JsonNodeFactory.instance.objectNode().put("profile", profile);
            var job = jobs.foreground(ImportJob.KIND, Installation.SYSTEM, payload, blob);
            var counts = job.counts();
            System.out.println("Import " + job.state() + ": " + counts.created() + " created, " + counts.changed()
                    + " changed, " + counts.unchanged() + " unchanged, " + counts.refused() + " refused"
                    + (job.error() == null ? "" : "; " + job.error()));
            return job.state().equals("done") ? 0 : 1;
        }
    }
}
