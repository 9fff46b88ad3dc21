package org.mainstay.cmdb.graph;

/// How other items stand to one, directly or through others.
public enum Reach {
    /// Hit if it fails: of those that stand in for each other too few are left.
    HIT,

    /// In need of it, whether or not something stands in for it.
    NEEDING,

    /// What it needs, and what stands in for that.
    NEEDED;

    Walk walk(Sight sight, Scratch scratch, int item) {
        return switch (this) {
            case HIT -> new Walk(sight, scratch, item, sight.store.hits).withRedundancy();
            case NEEDING -> new Walk(sight, scratch, item, sight.store.hits);
            case NEEDED -> new Walk(sight, scratch, item, sight.store.needs);
        };
    }
}
