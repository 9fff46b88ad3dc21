package org.mainstay.web;

/// There is no such page for this person: 404.
public final class NoSuchPage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchPage() {
        super("not found", null, false, false);
    }
}
