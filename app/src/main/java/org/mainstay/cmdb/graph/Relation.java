package org.mainstay.cmdb.graph;

/// A relation between two items. They need not be known yet: it takes effect when they are.
///
/// @param number the digits of its record's number
/// @param type up to [#LAST_TYPE]; see [ServiceGraph#travels]
/// @param validFrom a [Moment]
/// @param validTo a [Moment], [Moment#OPEN] where there is no end
/// @param group 0, or one for all relations of the same *from* and type whose *to* stand in for each other
/// @param needed how many of its group must work; where they do not agree, the largest counts
public record Relation(int number, int type, int from, int to, long validFrom, long validTo, int group, int needed) {

    public static final int LAST_NUMBER = (1 << 30) - 1;
    public static final int LAST_TYPE = 255;
    public static final int LAST_GROUP = 65_535;

    public Relation {
        Item.check("number of a relation", number, 1, LAST_NUMBER);
        Item.check("type", type, 0, LAST_TYPE);
        Item.check("from", from, 1, Item.LAST_NUMBER);
        Item.check("to", to, 1, Item.LAST_NUMBER);
        Item.check("group", group, 0, LAST_GROUP);
        Item.check("needed", needed, 0, LAST_GROUP);
    }

    /// A relation without alternatives.
    public Relation(int number, int type, int from, int to, long validFrom, long validTo) {
        this(number, type, from, to, validFrom, validTo, 0, 0);
    }
}
