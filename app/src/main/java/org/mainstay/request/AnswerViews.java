package org.mainstay.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Attachment;
import org.mainstay.conversation.Conversations;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.CatalogView.Answered;
import org.mainstay.request.form.Answer;
import org.mainstay.request.form.Answers;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Shows what was answered: in the reader's words, records and files as links.
final class AnswerViews {

    private final RecordStore store;
    private final ItemForms forms;
    private final Conversations conversations;
    private final Show show;

    AnswerViews(RecordStore store, ItemForms forms, Conversations conversations, Show show) {
        this.store = store;
        this.forms = forms;
        this.conversations = conversations;
        this.show = show;
    }

    /// What was answered when the item was ordered; nothing where nothing was asked.
    List<Answered> ordered(Snapshot item, Actor actor, Frame frame) {
        return forms.ordered(actor, item)
                .map(it -> {
                    boolean files = it.values().values().stream().anyMatch(Answer.Files.class::isInstance);
                    var attached = files ? conversations.attachments(actor, item) : List.<Attachment>of();
                    return lines(it, files(item, attached), actor, frame);
                })
                .orElse(List.of());
    }

    /// The same for somebody who need not see the item, whose files they cannot open.
    List<Answered> told(Snapshot item, Actor actor, Frame frame) {
        var told = new ArrayList<>(bundled(item, actor, frame));
        forms.ordered(actor, item).ifPresent(it -> told.addAll(lines(it, Map.of(), actor, frame)));
        return told;
    }

    /// What the bundle was answered that chose the item; nothing where none did.
    List<Answered> bundled(Snapshot item, Actor actor, Frame frame) {
        return forms.bundled(actor, item).map(it -> lines(it, actor, frame)).orElse(List.of());
    }

    private static Map<String, Shown> files(Snapshot item, List<Attachment> attached) {
        var there = Hrefs.record(item.type().collection(), item) + "/attachments/";
        return attached.stream()
                .collect(Collectors.toMap(
                        Attachment::name,
                        it -> new Shown.Linked(there + it.id() + "/content", it.name(), it.name()),
                        (one, _) -> one));
    }

    /// Answers that nobody has ordered by yet.
    List<Answered> lines(Answers answers, Actor actor, Frame frame) {
        return lines(answers, Map.of(), actor, frame);
    }

    private List<Answered> lines(Answers answers, Map<String, Shown> files, Actor actor, Frame frame) {
        var records = answers.records();
        var labels = records.isEmpty() ? Map.<UUID, Label>of() : store.labelsOf(actor, records);
        return answers.lines(frame.messages(), frame.locale()).stream()
                .map(it -> new Answered(it.label(), shown(answers.values().get(it.code()), it.values(), files, labels)))
                .toList();
    }

    private List<Shown> shown(
            @Nullable Answer answer, List<String> words, Map<String, Shown> files, Map<UUID, Label> labels) {
        return switch (answer) {
            case Answer.Record(var id, var _, var _)
            when labels.get(id) instanceof Label label -> List.of(show.linked(label));
            case Answer.Files(var names) ->
                names.stream()
                        .map(it -> files.getOrDefault(it, new Shown.Plain(it)))
                        .toList();
            case null, default -> words.stream().<Shown>map(Shown.Plain::new).toList();
        };
    }
}
