package org.mainstay.transfer.configuration;

/// A text that cannot be read as a configuration at all.
final class BadText extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    BadText(Fault fault) {
        super(fault.reason().key(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
