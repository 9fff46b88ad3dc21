package org.mainstay.cmdb.graph;

/// Which way from an item.
public enum Direction {
    /// With failure: what is hit if the item fails.
    DEPENDENTS,

    /// Against failure: what the item needs.
    DEPENDENCIES
}
