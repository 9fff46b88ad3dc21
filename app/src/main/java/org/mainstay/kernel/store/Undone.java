package org.mainstay.kernel.store;

/// Takes back what a refused record had created on its way.
final class Undone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final transient Taken.Refused refused;

    Undone(Taken.Refused refused) {
        super("undone", null, false, false);
        this.refused = refused;
    }
}
