package org.mainstay.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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

/// Makes what was worked on the version by which things begin from now on. What began before goes on as it was.
record PublishFlow(Supplier<FlowTerms> terms) implements Action<Snapshot> {

    private static final int MOST = 20;

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(FlowVersionType.NOTE);
    }

    @Override
    public List<String> changes() {
        return List.of(FlowType.PUBLISHED.code(), FlowType.REVISION.code());
    }

    @Override
    public Decision permits(Snapshot flow, Acting acting) {
        return acting.may(Grants.ADMIN)
                ? Decision.allowed("kernel.access.administrator")
                : Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public Plan apply(Snapshot flow, Acting acting) throws Refusal {
        var text = flow.need(FlowType.DOCUMENT);
        var faults = terms.get().faults(flow);
        if (!faults.isEmpty()) {
            throw new Refusal(
                    faults.stream().limit(MOST).map(FlowRules::problem).toArray(Problem[]::new));
        }
        var published = flow.get(FlowType.PUBLISHED);
        if (published != null
                && acting.lookup()
                        .get(FlowVersionType.FLOW_VERSION, published)
                        .filter(it -> it.need(FlowVersionType.DOCUMENT).equals(text))
                        .isPresent()) {
            throw new Refusal(Problem.at(FlowType.DOCUMENT, "flow.publish.same"));
        }
        long revision = terms.get().revision(flow) + 1;
        var values = new Values()
                .set(Header.ORGANISATION, flow.organisation())
                .set(FlowVersionType.FLOW, flow.id())
                .set(FlowVersionType.REVISION, revision)
                .set(FlowVersionType.SUBJECT, flow.need(FlowType.SUBJECT))
                .set(FlowVersionType.NOTE, acting.answer(FlowVersionType.NOTE))
                .set(FlowVersionType.DOCUMENT, text);
        var id = Plan.newId();
        var number = flow.number() + ":" + revision;
        var plan = Plan.of(Cause.action(name()))
                .with(new Step.Create(FlowVersionType.FLOW_VERSION, id, number, values, new ArrayList<>(), List.of()));
        plan.edit(flow).set(FlowType.PUBLISHED, id).set(FlowType.REVISION, revision);
        return plan;
    }

    @Override
    public int rank() {
        return 10;
    }
}
