package org.mainstay.cmdb.graph;

/// An item of the graph.
///
/// @param number the digits of its record's number
/// @param itemClass up to [#LAST_CLASS]
/// @param organisation up to [#LAST_ORGANISATION]
/// @param validFrom a [Moment]
/// @param validTo a [Moment], [Moment#OPEN] where there is no end
public record Item(int number, int itemClass, int organisation, long validFrom, long validTo) {

    /// Arrays are as long as the largest number.
    public static final int LAST_NUMBER = (1 << 28) - 1;

    public static final int LAST_CLASS = (1 << 10) - 1;
    public static final int LAST_ORGANISATION = (1 << 20) - 1;

    public Item {
        check("number of an item", number, 1, LAST_NUMBER);
        check("class", itemClass, 0, LAST_CLASS);
        check("organisation", organisation, 0, LAST_ORGANISATION);
    }

    static void check(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + value + ", not from " + least + " to " + most);
        }
    }
}
