package org.mainstay.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.mainstay.approval.Approvable;
import org.mainstay.approval.Approval;
import org.mainstay.approval.ApprovalCase;
import org.mainstay.approval.LedgerView;
import org.mainstay.flow.Flows;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Frame;
import org.mainstay.web.Shown;

/// Connects request items with approvals: work on an item begins once it is granted, and what is not granted is
/// cancelled. What it rests on is set once, so nothing is asked anew.
final class ItemApproval implements Approvable {

    private final Course course;
    private final Supplier<Flows> flows;
    private final Supplier<AnswerViews> answers;

    ItemApproval(Course course, Supplier<Flows> flows, Supplier<AnswerViews> answers) {
        this.course = course;
        this.flows = flows;
        this.answers = answers;
    }

    @Override
    public String type() {
        return RequestItemType.REQUEST_ITEM.code();
    }

    @Override
    public ApprovalCase of(Snapshot record) {
        var owner = course.one(CatalogItemType.CATALOG_ITEM, record.need(RequestItemType.ITEM))
                .map(it -> it.get(CatalogItemType.OWNER))
                .orElse(null);
        var price = record.get(RequestItemType.PRICE);
        return new ApprovalCase(
                record.need(RequestItemType.REQUESTER),
                record.need(RequestItemType.BENEFICIARY),
                owner,
                null,
                price == null ? null : Prices.times(price, record.need(RequestItemType.QUANTITY)));
    }

    @Override
    public List<Attribute<?>> facts() {
        return List.of(
                RequestItemType.ITEM,
                RequestItemType.QUANTITY,
                RequestItemType.PRICE,
                RequestItemType.RECURRING_PRICE,
                RequestItemType.RECURRING_PERIOD,
                RequestItemType.BENEFICIARY);
    }

    @Override
    public List<LedgerView.Fact> told(Snapshot record, Actor reader, Frame frame) {
        return answers.get().told(record, reader, frame).stream()
                .map(it -> new LedgerView.Fact(it.question(), new Shown.Many(it.answers())))
                .toList();
    }

    @Override
    public void asked(Snapshot record, Plan plan) {
        course.to(plan, Map.of(record, Request.State.WAITING_FOR_APPROVAL));
    }

    @Override
    public void ended(Approval.State how, Snapshot record, Plan plan) {
        if (!Set.of(Request.State.REQUESTED, Request.State.WAITING_FOR_APPROVAL)
                .contains(record.need(RequestItemType.STATE))) {
            return;
        }
        if (flows.get().begun(record.id())) {
            // asked by a step of its flow, which knows what follows
            course.to(plan, Map.of(record, Request.State.IN_FULFILMENT));
            return;
        }
        if (!how.granted()) {
            course.to(plan, Map.of(record, Request.State.CANCELLED));
            return;
        }
        course.granted(plan, record);
    }
}
