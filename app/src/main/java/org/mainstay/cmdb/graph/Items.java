package org.mainstay.cmdb.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The items by number. What a walk asks of one is packed into an int.
final class Items {

    private static final int KNOWN = 1 << 31;

    /// Exists at every moment that is not before [Store#settled].
    private static final int SETTLED = 1 << 30;

    private static final int CLASS_AT = 20;

    private final long settled;
    private final Spans spans = new Spans();
    private int[] packed = new int[0];
    private int count;

    Items(long settled) {
        this.settled = settled;
    }

    int count() {
        return count;
    }

    int length() {
        return packed.length;
    }

    /// The largest number there is.
    int last() {
        int last = packed.length - 1;
        while (last > 0 && packed[last] == 0) {
            last--;
        }
        return Math.max(last, 0);
    }

    void resize(int length) {
        packed = Arrays.copyOf(packed, length);
        spans.resize(length);
    }

    void put(Item item) {
        int number = item.number();
        if (packed[number] == 0) {
            count++;
        }
        boolean always = item.validFrom() <= settled && item.validTo() == Moment.OPEN;
        packed[number] = KNOWN | (always ? SETTLED : 0) | (item.itemClass() << CLASS_AT) | item.organisation();
        spans.set(number, item.validFrom(), item.validTo());
    }

    void remove(int number) {
        if (number < packed.length && packed[number] != 0) {
            count--;
            packed[number] = 0;
            spans.clear(number);
        }
    }

    @Nullable
    Item find(int number) {
        if (number <= 0 || number >= packed.length || packed[number] == 0) {
            return null;
        }
        return new Item(
                number, classOf(number), packed[number] & Item.LAST_ORGANISATION, spans.from(number), spans.to(number));
    }

    int classOf(int number) {
        return (packed[number] >>> CLASS_AT) & Item.LAST_CLASS;
    }

    boolean exist(int number, long at, Organisations visible) {
        int item = packed[number];
        return item != 0
                && visible.include(item & Item.LAST_ORGANISATION)
                && (((item & SETTLED) != 0 && at >= settled) || spans.hold(number, at));
    }
}
