package org.mainstay.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.mainstay.people.Asking;
import org.mainstay.people.Csrf;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says who a request comes from, and stops what a foreign page made a browser send.
final class SignedInFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Proving proving;
    private final Rates rates;
    private final Refusals refusals;
    private final SecurityContextRepository contexts;

    SignedInFilter(Proving proving, Rates rates, Refusals refusals, SecurityContextRepository contexts) {
        this.proving = proving;
        this.rates = rates;
        this.refusals = refusals;
        this.contexts = contexts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Routes.impersonal(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Proving.Answer answer;
        try {
            answer = proving.prove(request, Routes.takesHeaders(request.getRequestURI()));
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
            logger.warn("Nobody can be recognised while the database does not answer", e);
            refusals.away(request, response);
            return;
        }
        switch (answer) {
            case Proving.Answer.Known(var signedIn) -> go(signedIn, request, response, chain);
            case Proving.Answer.Nobody _ -> {
                if (writes(request) && foreign(request)) {
                    forged(request, response);
                } else {
                    chain.doFilter(request, response);
                }
            }
            case Proving.Answer.Wrong _ -> refusals.commence(request, response, null);
            case Proving.Answer.Later(var busy, var after) ->
                refusals.later(
                        request, response, busy ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.TOO_MANY_REQUESTS, after);
        }
    }

    private void go(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (writes(request) && forged(signedIn.proof(), request)) {
            forged(request, response);
            return;
        }
        if (writes(request) && signedIn.proof() instanceof SignedIn.Proof.Token token && token.readOnly()) {
            refusals.refuse(request, response, HttpStatus.FORBIDDEN, "read-only", "people.refused.read_only");
            return;
        }
        var wait = rates.wait(signedIn);
        if (wait.isPositive()) {
            refusals.later(request, response, HttpStatus.TOO_MANY_REQUESTS, wait);
            return;
        }
        var context = new SecurityContextImpl(new SignedInToken(signedIn));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.setAttribute(Csrf.ATTRIBUTE, signedIn.csrf());
        Asking.is(signedIn.actor(), signedIn.proof() instanceof SignedIn.Proof.Token, request);
        chain.doFilter(request, response);
    }

    /// A browser sends sessions and the passwords it was once told along with whatever any page asks for; a
    /// token nobody sends but the program that holds it.
    private boolean forged(SignedIn.Proof proof, HttpServletRequest request) {
        return switch (proof) {
            case SignedIn.Proof.Session session ->
                foreign(request)
                        || (!Routes.entrance(request.getRequestURI())
                                && !proving.fits(session.secret(), token(request)));
            case SignedIn.Proof.Basic _ -> foreign(request);
            case SignedIn.Proof.Token _ -> false;
        };
    }

    private void forged(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.refuse(request, response, HttpStatus.FORBIDDEN, "forged", "people.refused.forged");
    }

    private static boolean writes(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    /// The body is looked at only where it is a form; a JSON body stays unread.
    private static String token(HttpServletRequest request) {
        var header = request.getHeader(Csrf.HEADER);
        if (header != null) {
            return header;
        }
        var type = request.getContentType();
        boolean form = type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
        var field = form ? request.getParameter(Csrf.FIELD) : null;
        return field == null ? "" : field;
    }

    /// Whether the browser says that another site's page sent it.
    private static boolean foreign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            var authority = new URI(origin).getRawAuthority();
            return authority == null || !authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (URISyntaxException e) {
            return true;
        }
    }
}
