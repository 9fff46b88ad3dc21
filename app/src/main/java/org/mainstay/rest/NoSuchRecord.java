package org.mainstay.rest;

/// There is no such collection or record for this actor: 404.
final class NoSuchRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchRecord() {
        super("not found", null, false, false);
    }
}
