package org.mainstay.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.PostedComment;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.FormView.Option;
import org.mainstay.web.Frame;

/// What lies at hand as evidence: what the problem is about and what is linked with it, and what was said and attached
/// there.
final class EvidenceOffers {

    private static final int INCIDENTS = 10;
    private static final int COMMENTS = 20;
    private static final int FILES = 20;
    private static final int LINKED = 40;
    private static final int CLIPPED = 80;

    private final RecordStore store;
    private final Caused caused;
    private final Conversations conversations;
    private final Links links;

    EvidenceOffers(RecordStore store, Caused caused, Conversations conversations, Links links) {
        this.store = store;
        this.caused = caused;
        this.conversations = conversations;
        this.links = links;
    }

    /// @param chosen one of them, or empty
    List<Option> of(Actor actor, Snapshot problem, String chosen, Frame frame) {
        var offers = new LinkedHashMap<String, String>();
        records(actor, problem, frame, offers);
        within(actor, problem, frame, offers);
        caused.incidents(actor, problem).stream().limit(INCIDENTS).forEach(it -> within(actor, it, frame, offers));
        var options = new ArrayList<Option>();
        offers.forEach((value, label) -> options.add(new Option(value, label, value.equals(chosen))));
        return options;
    }

    private void records(Actor actor, Snapshot problem, Frame frame, Map<String, String> offers) {
        var about = store.labels(actor, List.of(problem));
        for (var reference : List.of(ProblemType.CONFIGURATION_ITEM, ProblemType.SERVICE)) {
            var id = problem.get(reference);
            var label = id == null ? null : about.get(id);
            if (label != null) {
                record(label, frame, offers);
            }
        }
        links.of(actor, problem).stream().limit(LINKED).forEach(it -> record(it.to(), frame, offers));
    }

    private static void record(Label label, Frame frame, Map<String, String> offers) {
        offers.put(
                "record:" + label.id(),
                frame.say(label.type()) + " · " + label.number() + " " + Texts.clip(label.label(), CLIPPED));
    }

    private void within(Actor actor, Snapshot record, Frame frame, Map<String, String> offers) {
        var comments = conversations.comments(actor, record, COMMENTS, null).items();
        var people = people(actor, comments);
        for (var comment : comments) {
            offers.put(
                    "comment:" + record.id() + ":" + comment.id(),
                    frame.say(
                            "cause.evidence.offer.comment",
                            record.number(),
                            ExhibitText.name(people.get(comment.by()), frame),
                            Texts.clip(comment.text().replaceAll("\\s+", " "), CLIPPED)));
        }
        conversations.attachments(actor, record).stream()
                .limit(FILES)
                .forEach(it -> offers.put(
                        "attachment:" + record.id() + ":" + it.id(),
                        frame.say("cause.evidence.offer.file", record.number(), it.name())));
    }

    private Map<UUID, Label> people(Actor actor, List<PostedComment> comments) {
        var people = new HashSet<UUID>();
        comments.forEach(it -> people.add(it.by()));
        return people.isEmpty() ? Map.of() : store.labelsOf(actor, people);
    }
}
