package org.mainstay.people;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;

/// Who sent a request, for what answers outside of a controller: pages for what went wrong; and whether by a token,
/// which makes nothing that outlives it.
public final class Asking {

    private static final String ATTRIBUTE = Asking.class.getName();

    private static final String BY_TOKEN = ATTRIBUTE + ".byToken";

    private Asking() {}

    /// Null where nobody is signed in.
    public static Actor.@Nullable Person of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Actor.Person person ? person : null;
    }

    public static boolean byToken(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(BY_TOKEN));
    }

    public static void is(Actor.Person person, boolean byToken, HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, person);
        request.setAttribute(BY_TOKEN, byToken);
    }
}
