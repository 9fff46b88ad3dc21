package org.mainstay.cmdb.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends early where there is more than is taken.
final class Counted extends FilterInputStream {

    private final long most;
    private long read;

    Counted(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    boolean exceeded() {
        return read > most;
    }

    @Override
    public int read() throws IOException {
        if (exceeded()) {
            return -1;
        }
        int one = super.read();
        read += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (exceeded()) {
            return -1;
        }
        int some = super.read(bytes, offset, length);
        read += Math.max(0, some);
        return some;
    }
}
