package org.mainstay.conversation;

import org.mainstay.kernel.record.Codes;

/// What one record is to another; each has a name for the other side.
public enum LinkType {
    RELATES_TO,
    DUPLICATES,
    DUPLICATED_BY,
    CAUSED_BY,
    CAUSES,
    BLOCKS,
    BLOCKED_BY,
    PARENT_OF,
    CHILD_OF,
    FIXES,
    FIXED_BY;

    /// The same link as the other record sees it.
    public LinkType inverse() {
        return switch (this) {
            case RELATES_TO -> RELATES_TO;
            case DUPLICATES -> DUPLICATED_BY;
            case DUPLICATED_BY -> DUPLICATES;
            case CAUSED_BY -> CAUSES;
            case CAUSES -> CAUSED_BY;
            case BLOCKS -> BLOCKED_BY;
            case BLOCKED_BY -> BLOCKS;
            case PARENT_OF -> CHILD_OF;
            case CHILD_OF -> PARENT_OF;
            case FIXES -> FIXED_BY;
            case FIXED_BY -> FIXES;
        };
    }

    public String code() {
        return Codes.of(this);
    }
}
