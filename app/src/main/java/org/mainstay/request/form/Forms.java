package org.mainstay.request.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.Evaluation.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The door to forms, for what asks by them: finds them, tells clients what is asked, reads and checks answers.
public final class Forms {

    private static final int MOST_PARSED = 500;

    private final RecordStore store;
    private final References references;
    private final Requesters requesters;
    private final Map<UUID, Form> parsed = new ConcurrentHashMap<>();

    Forms(RecordStore store, References references, Requesters requesters) {
        this.store = store;
        this.references = references;
        this.requesters = requesters;
    }

    /// What the answers came to.
    ///
    /// @param answers to what is shown, as far as they can be taken
    /// @param faults with pointers into the answers; none where they may stand
    /// @param verdicts what is shown and needed, by code
    public record Checked(Answers answers, List<Fault> faults, Map<String, Verdict> verdicts) {

        public boolean good() {
            return faults.isEmpty();
        }
    }

    /// What is published of a form now.
    ///
    /// @param key id or code
    public Optional<PublishedForm> published(Actor actor, String key) {
        return store.find(actor, FormType.FORM, key)
                .flatMap(it -> Optional.ofNullable(it.get(FormType.PUBLISHED)))
                .flatMap(it -> version(actor, it));
    }

    /// A version, be it that a newer one is published.
    public Optional<PublishedForm> version(Actor actor, UUID id) {
        return Optional.ofNullable(versions(actor, List.of(id)).get(id));
    }

    /// The same of several, by their ids.
    public Map<UUID, PublishedForm> versions(Actor actor, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        var versions = store.get(actor, FormVersionType.FORM_VERSION, ids);
        var forms = versions.stream().map(it -> it.need(FormVersionType.FORM)).toList();
        var labels = store.labelsOf(actor, forms);
        var published = new HashMap<UUID, PublishedForm>();
        versions.forEach(it -> read(it, labels).ifPresent(form -> published.put(it.id(), form)));
        return published;
    }

    private Optional<PublishedForm> read(Snapshot version, Map<UUID, Label> labels) {
        var form = version.need(FormVersionType.FORM);
        var label = labels.get(form);
        return parsed(version)
                .map(it -> new PublishedForm(
                        form,
                        label == null ? "" : label.number(),
                        version.id(),
                        version.number(),
                        version.need(FormVersionType.REVISION),
                        version.label(),
                        it));
    }

    /// A version never changes, so it is read once.
    private Optional<Form> parsed(Snapshot version) {
        var known = parsed.get(version.id());
        if (known != null) {
            return Optional.of(known);
        }
        var form = read(version.need(FormVersionType.DOCUMENT));
        if (parsed.size() >= MOST_PARSED) {
            parsed.clear();
        }
        form.ifPresent(it -> parsed.put(version.id(), it));
        return form;
    }

    /// The document of a version: what was good when it was published is good for ever.
    public static Optional<Form> read(String document) {
        return DocumentReader.form(document) instanceof DocumentRead.Good<FormDocument>(var read)
                        && FormCheck.of(read, Map.of()) instanceof FormCheck.Checked.Good(var form)
                ? Optional.of(form)
                : Optional.empty();
    }

    /// What conditions know of the person the form is for; empty where the actor does not see them.
    public Optional<Facts> facts(Actor actor, UUID requester) {
        return requesters.facts(actor, requester);
    }

    /// What a client needs to ask by the form: questions, parsed conditions, the facts that they name.
    public ObjectNode document(Form form, Facts facts) {
        return FormJson.of(form, facts);
    }

    /// Answers as a program sends them; whatever is sent to a hidden question is refused.
    public Checked check(Form form, Facts facts, Actor actor, UUID requester, JsonNode answers) {
        return checked(form, facts, actor, requester, answers, false);
    }

    /// Answers as a page sends them, each in a field `a.<code>`; those to hidden questions are dropped.
    ///
    /// @param fields also others, which are passed over
    public Checked check(Form form, Facts facts, Actor actor, UUID requester, Map<String, String[]> fields) {
        return checked(form, facts, actor, requester, AnswerFields.json(form, fields), true);
    }

    private Checked checked(Form form, Facts facts, Actor actor, UUID requester, JsonNode answers, boolean drops) {
        var names = new StoredNames(store, references, actor, requester);
        var outcome = AnswerCheck.of(form, facts, answers, names, drops);
        return new Checked(outcome.answers(), outcome.faults(), outcome.verdicts());
    }

    /// Answers that somebody wrote as texts, by code: those of choices by their codes, with commas between them where
    /// there are several. Codes that the form does not know are passed over.
    public static ObjectNode written(Form form, Map<String, String> texts) {
        var fields = new HashMap<String, String[]>();
        form.asked().map(Form.Asked::question).forEach(it -> {
            var text = texts.get(it.code());
            if (text != null) {
                boolean several = it.kind() instanceof QuestionKind.MultiChoice;
                fields.put(AnswerFields.of(it.code()), several ? text.split("\\s*,\\s*") : new String[] {text});
            }
        });
        return AnswerFields.json(form, fields);
    }

    /// As much of answers as fits the form as it is now, for whoever is to look at them again: what it does not ask,
    /// or cannot take, is left out.
    public Answers fitting(Form form, Facts facts, Actor actor, UUID requester, JsonNode answers) {
        return checked(form, facts, actor, requester, answers, true).answers();
    }

    /// Answers as they were kept: [Answers#json] or [Answers#kept] of a version's form, not checked against today's
    /// records.
    public Answers kept(Form form, JsonNode answers) {
        return new Answers(
                form, AnswerReader.read(form, answers, RecordNames.KEPT).answers());
    }

    /// The same for somebody to read: records are called as they are called now, as far as the actor sees them.
    public Answers kept(Actor actor, Form form, JsonNode answers) {
        var kept = kept(form, answers);
        var records = kept.records();
        return kept.called(records.isEmpty() ? Map.of() : store.labelsOf(actor, records));
    }
}
