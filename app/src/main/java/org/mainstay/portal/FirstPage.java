package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import org.mainstay.kernel.record.Actor;
import org.mainstay.people.Asking;
import org.mainstay.people.Permissions;
import org.mainstay.people.ShippedRole;
import org.springframework.web.servlet.HandlerInterceptor;

/// Leads those who only ask for help from the first page to theirs.
final class FirstPage implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var person = Asking.of(request);
        if (person == null || !request.getMethod().equals("GET") || !asks(person)) {
            return true;
        }
        response.sendRedirect("/portal");
        return false;
    }

    /// Whether they may do nothing but what everybody may.
    private static boolean asks(Actor person) {
        var everybodys = new HashSet<>(ShippedRole.REQUESTER.permissions());
        return Permissions.ALL.stream().filter(person::may).allMatch(everybodys::contains);
    }
}
