package org.mainstay.request.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;

/// Makes what was worked on a version that people get from now on. What they began before stays as it was.
record Publish() implements Action<Snapshot> {

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(FormVersionType.NOTE);
    }

    @Override
    public List<String> changes() {
        return List.of(FormType.PUBLISHED.code(), FormType.REVISION.code());
    }

    @Override
    public Decision permits(Snapshot form, Acting acting) {
        return acting.may(Grants.ADMIN)
                ? Decision.allowed("kernel.access.administrator")
                : Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public Plan apply(Snapshot form, Acting acting) throws Refusal {
        var text = form.need(FormType.DOCUMENT);
        if (!(DocumentReader.form(text) instanceof DocumentRead.Good<FormDocument>(var document))) {
            throw new Refusal(Problem.at(FormType.DOCUMENT, "form.publish.unreadable"));
        }
        var sets = StoredSets.of(document, acting.lookup());
        if (FormCheck.of(document, sets.questions()) instanceof FormCheck.Checked.Bad(var faults)) {
            throw new Refusal(faults.stream().map(DocumentRules::problem).toArray(Problem[]::new));
        }
        if (document.sections().stream().allMatch(it -> it.entries().isEmpty())) {
            throw new Refusal(Problem.at(FormType.DOCUMENT, "form.publish.empty"));
        }
        var whole = DocumentWriter.form(FormCheck.expanded(document, sets.questions()));
        var published = form.get(FormType.PUBLISHED);
        if (published != null
                && acting.lookup()
                        .get(FormVersionType.FORM_VERSION, published)
                        .filter(it -> it.need(FormVersionType.DOCUMENT).equals(whole))
                        .isPresent()) {
            throw new Refusal(Problem.at(FormType.DOCUMENT, "form.publish.same"));
        }
        long revision = Objects.requireNonNullElse(form.get(FormType.REVISION), 0L) + 1;
        var values = new Values()
                .set(Header.ORGANISATION, form.organisation())
                .set(FormVersionType.FORM, form.id())
                .set(FormVersionType.REVISION, revision)
                .set(FormVersionType.NOTE, acting.answer(FormVersionType.NOTE))
                .set(FormVersionType.DOCUMENT, whole);
        var id = Plan.newId();
        var number = form.number() + ":" + revision;
        var plan = Plan.of(Cause.action(name()))
                .with(new Step.Create(FormVersionType.FORM_VERSION, id, number, values, new ArrayList<>(), List.of()));
        plan.edit(form).set(FormType.PUBLISHED, id).set(FormType.REVISION, revision);
        return plan;
    }

    @Override
    public int rank() {
        return 10;
    }
}
