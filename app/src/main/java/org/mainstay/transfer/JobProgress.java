package org.mainstay.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mainstay.kernel.job.Job;
import org.mainstay.web.Frame;

/// How far a job is, as pages show it.
public final class JobProgress {

    private final JobAnswer answer;

    JobProgress(JobAnswer answer) {
        this.answer = answer;
    }

    /// @param href of the job's page
    /// @param wording bundle key before the outcomes
    /// @param hint bundle key of what to do about what was refused
    /// @param refused whether what was refused can be downloaded
    public ImportView.Progress of(Job job, String href, String wording, String hint, boolean refused, Frame frame) {
        var counts = job.counts();
        long total = job.total() == null ? 0 : Objects.requireNonNull(job.total());
        var told = total == 0
                ? frame.say("transfer.reading")
                : frame.say("transfer.progress", job.position(), total, answer.rate(job));
        var shown = new ArrayList<ImportView.Count>();
        if (!job.kind().equals(BulkJob.KIND)) {
            shown.add(count("created", counts.created(), wording, frame));
        }
        shown.add(count("changed", counts.changed(), wording, frame));
        shown.add(count("unchanged", counts.unchanged(), wording, frame));
        shown.add(count("refused", counts.refused(), wording, frame));
        return new ImportView.Progress(
                href,
                job.state(),
                frame.say("transfer.state." + job.state()),
                TakingBack.over(job),
                job.position(),
                total,
                told,
                job.error() == null ? "" : job.error(),
                List.copyOf(shown),
                refused ? href + "/refused" : "",
                frame.say(hint));
    }

    private static ImportView.Count count(String outcome, long value, String wording, Frame frame) {
        return new ImportView.Count(outcome, frame.say(wording + outcome), String.format(frame.locale(), "%,d", value));
    }
}
