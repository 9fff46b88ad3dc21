package org.mainstay.change.risk;

import org.mainstay.change.AffectedItems;

/// What rules ask of a change, each a whole number: more of it is never safer.
public enum Fact {
    /// Of the most critical service that is hit: 1 low, 2 medium, 3 high; 0 where none is known.
    CRITICALITY(3),
    /// How many services are hit.
    SERVICES(AffectedItems.MOST),
    /// How many items depend on what is changed and fail with it.
    BLAST_RADIUS(AffectedItems.MOST),
    /// Changed items that take a service down by themselves: nothing redundant stands in for them.
    SINGLE_POINTS(AffectedItems.MOST),
    /// How many items are changed.
    CHANGED_ITEMS(AffectedItems.MOST),
    /// Of the planned window.
    HOURS(9_000),
    /// 1 where the planned window is not within a maintenance window though there is one.
    OUTSIDE_MAINTENANCE(1),
    /// 1 where people work during the planned window.
    BUSINESS_HOURS(1),
    NO_TEST_PLAN(1),
    NO_BACK_OUT_PLAN(1),
    /// 1 for what cannot wait for the ordinary way.
    EMERGENCY(1),
    /// So many of a hundred changes by this model may not go as planned.
    MODEL_FAILURES(100),
    GROUP_FAILURES(100),
    ITEM_FAILURES(100),
    /// So many of a hundred changes by the model, of the group or to the item, whichever is worst, do not go as planned
    /// at least.
    KNOWN_FAILURES(100),
    /// Points of all answers together.
    QUESTIONNAIRE(1_000_000),
    /// Points of everything together.
    POINTS(1_000_000);

    private final long most;

    Fact(long most) {
        this.most = most;
    }

    /// It is never more.
    public long most() {
        return most;
    }

    /// Whether it is a sum of points, of which rules make a class and no further points.
    public boolean sum() {
        return this == QUESTIONNAIRE || this == POINTS;
    }
}
