package org.mainstay.cmdb.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The relations by number.
final class Relations {

    private final Spans spans = new Spans();

    private int[] from = new int[0];
    private int[] to = new int[0];
    private byte[] types = new byte[0];

    /// The group in the upper half, in the lower one how many are needed.
    private int[] groups = new int[0];

    private int count;

    int count() {
        return count;
    }

    int length() {
        return from.length;
    }

    void resize(int length) {
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
        types = Arrays.copyOf(types, length);
        groups = Arrays.copyOf(groups, length);
        spans.resize(length);
    }

    boolean has(int number) {
        return number > 0 && number < from.length && from[number] != 0;
    }

    void put(Relation relation) {
        int number = relation.number();
        if (from[number] == 0) {
            count++;
        }
        from[number] = relation.from();
        to[number] = relation.to();
        types[number] = (byte) relation.type();
        spans.set(number, relation.validFrom(), relation.validTo());
        groups[number] = (relation.group() << Short.SIZE) | relation.needed();
    }

    void remove(int number) {
        count--;
        from[number] = 0;
        to[number] = 0;
        spans.clear(number);
    }

    @Nullable
    Relation find(int number) {
        return has(number) ? get(number) : null;
    }

    Relation get(int number) {
        return new Relation(
                number,
                type(number),
                from[number],
                to[number],
                spans.from(number),
                spans.to(number),
                group(number),
                needed(number));
    }

    int from(int number) {
        return from[number];
    }

    int to(int number) {
        return to[number];
    }

    int type(int number) {
        return Byte.toUnsignedInt(types[number]);
    }

    int group(int number) {
        return groups[number] >>> Short.SIZE;
    }

    int needed(int number) {
        return groups[number] & Relation.LAST_GROUP;
    }

    boolean hold(int number, long at) {
        return spans.hold(number, at);
    }

    boolean begunAndOpen(int number, long at) {
        return spans.from(number) <= at && spans.to(number) == Moment.OPEN;
    }
}
