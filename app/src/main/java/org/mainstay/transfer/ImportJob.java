package org.mainstay.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.JobKind;
import org.mainstay.kernel.job.JobRefused;
import org.mainstay.kernel.job.JobRun;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Installation;
import org.mainstay.people.Actors;

/// The job that imports a file by its profile.
final class ImportJob implements JobKind {

    static final String KIND = "import";

    /// Unpacked, a file is at most this many bytes: a packed bomb ends here.
    private static final long MOST = 4L << 30;

    private final Blobs blobs;
    private final List<ImportProfile> profiles;
    private final Actors actors;

    ImportJob(Blobs blobs, List<ImportProfile> profiles, Actors actors) {
        this.blobs = blobs;
        this.profiles = profiles;
        this.actors = actors;
    }

    @Override
    public String kind() {
        return KIND;
    }

    Optional<ImportProfile> profile(String name) {
        return profiles.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    @Override
    public void run(JobRun run) throws IOException, JobRefused {
        var name = run.job().payload().get("profile").stringValue();
        var profile = profile(name).orElseThrow(() -> new JobRefused("There is no profile " + name + "."));
        var owner = run.job().owner();
        Actor actor = owner.equals(Installation.SYSTEM) ? actors.machine("system") : actors.of(owner);
        try (var content = unpacked(blobs.open(Objects.requireNonNull(run.job().content())))) {
            profile.run(content, actor, run);
        }
    }

    private static InputStream unpacked(InputStream stored) throws IOException {
        var buffered = new BufferedInputStream(stored);
        buffered.mark(2);
        boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return new Bounded(zipped ? new GZIPInputStream(buffered, 1 << 16) : buffered, MOST);
    }
}
