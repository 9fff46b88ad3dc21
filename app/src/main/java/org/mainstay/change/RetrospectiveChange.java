package org.mainstay.change;

import java.util.List;
import java.util.stream.Collectors;
import org.mainstay.change.Change.State;
import org.mainstay.change.Change.Type;
import org.mainstay.cmdb.drift.ChangeFromDrift;
import org.mainstay.cmdb.drift.DriftLine;
import org.mainstay.cmdb.drift.DriftType;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;

/// Tells of what discovery found changed as a change that was not planned: it waits for its review.
final class RetrospectiveChange implements ChangeFromDrift {

    private static final int TITLE = 200;

    @Override
    public Decision permits(Acting acting) {
        return acting.may(ChangeType.WORK)
                ? Decision.allowed("change.permits.agent")
                : Decision.denied("change.permits.work_needed");
    }

    @Override
    public void make(Plan plan, Acting acting, Snapshot item, List<DriftLine> lines) throws Refusal {
        var drift = acting.subject();
        var model = ChangeModel.first(Type.NORMAL, acting.lookup());
        var states = ChangeModel.of(model.orElse(null), acting.lookup())
                .orElseThrow(() -> new Refusal(Problem.of("change.model.none")));
        var step = plan.create(ChangeType.CHANGE);
        step.values()
                .set(Header.ORGANISATION, drift.organisation())
                .set(ChangeType.TITLE, Texts.cut(drift.need(DriftType.SUMMARY), TITLE))
                .set(ChangeType.TYPE, Type.NORMAL)
                .set(ChangeType.MODEL, states.id())
                .set(ChangeType.STATE, states.next(State.IMPLEMENT).orElse(State.REVIEW))
                .set(ChangeType.UNPLANNED, true)
                .set(ChangeType.CONFIGURATION_ITEM, item.id())
                .set(ChangeType.GROUP, drift.get(DriftType.GROUP))
                .set(ChangeType.ACTUAL_START, drift.need(DriftType.FIRST_SEEN))
                .set(ChangeType.ACTUAL_END, drift.need(DriftType.LAST_SEEN))
                .set(ChangeType.DESCRIPTION, described(lines));
        step.parts().add(new Link(LinkType.CAUSES, drift.id()));
    }

    private static String described(List<DriftLine> lines) {
        return lines.stream()
                .map(it -> "- `" + it.code() + "`: " + code(it.before().toString()) + " → "
                        + code(it.after().toString()))
                .collect(Collectors.joining("\n"));
    }

    /// As code in Markdown, on one line: what a source says is not formatted.
    private static String code(String value) {
        return "`" + Texts.cut(value.replace('`', '\'').replace('\n', ' '), TITLE) + "`";
    }
}
