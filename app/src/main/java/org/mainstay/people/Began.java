package org.mainstay.people;

import jakarta.servlet.http.HttpServletRequest;

/// When the server began to answer a request, so that its page can say how long it took.
public final class Began {

    private static final String ATTRIBUTE = Began.class.getName();

    private Began() {}

    /// In nanoseconds, as [System#nanoTime].
    public static long at(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Long at ? at : System.nanoTime();
    }

    /// Now, unless it began before.
    public static void now(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) == null) {
            request.setAttribute(ATTRIBUTE, System.nanoTime());
        }
    }
}
