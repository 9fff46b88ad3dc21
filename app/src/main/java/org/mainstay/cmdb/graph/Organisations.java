package org.mainstay.cmdb.graph;

import java.util.BitSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The organisations whose items somebody sees.
public final class Organisations {

    public static final Organisations ALL = new Organisations(null);

    private final long @Nullable [] bits;

    private Organisations(long @Nullable [] bits) {
        this.bits = bits;
    }

    public static Organisations of(Collection<Integer> organisations) {
        var bits = new BitSet();
        organisations.forEach(bits::set);
        return new Organisations(bits.toLongArray());
    }

    boolean include(int organisation) {
        if (bits == null) {
            return true;
        }
        int word = organisation >>> 6;
        return word < bits.length && (bits[word] & (1L << organisation)) != 0;
    }
}
