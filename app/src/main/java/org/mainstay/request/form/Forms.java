package org.mainstay.request.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.Evaluation.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The door to forms, for what asks by them: finds them, tells clients what is asked, reads and checks answers.
public final class Forms {

    private final RecordStore store;
    private final References references;
    private final Requesters requesters;

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
        return store.get(actor, FormVersionType.FORM_VERSION, id).flatMap(it -> read(actor, it));
    }

    private Optional<PublishedForm> read(Actor actor, Snapshot version) {
        var form = version.need(FormVersionType.FORM);
        return form(version.need(FormVersionType.DOCUMENT))
                .map(it -> new PublishedForm(
                        form,
                        Optional.ofNullable(store.labelsOf(actor, List.of(form)).get(form))
                                .map(label -> label.number())
                                .orElse(""),
                        version.id(),
                        version.number(),
                        version.need(FormVersionType.REVISION),
                        version.label(),
                        it));
    }

    /// What was good when it was published is good for ever.
    private static Optional<Form> form(String document) {
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

    /// Answers as they were kept: [Answers#json] of a version's form, not checked against today's records.
    public Answers kept(Form form, JsonNode answers) {
        return new Answers(
                form, AnswerReader.read(form, answers, RecordNames.KEPT).answers());
    }
}
