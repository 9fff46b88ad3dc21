package org.mainstay.cmdb.graph;

/// How failure travels along relations of a type.
public enum Failure {
    /// Failure of *to* hits *from*, as where *from* depends on *to* or runs on it.
    UP,

    /// Failure of *from* hits *to*, as where *from* contains *to*.
    DOWN,

    BOTH,

    NONE;

    boolean up() {
        return this == UP || this == BOTH;
    }

    boolean down() {
        return this == DOWN || this == BOTH;
    }
}
