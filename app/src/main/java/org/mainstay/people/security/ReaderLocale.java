package org.mainstay.people.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/// A person reads pages in their language; whoever is not signed in, in the browser's. A program is
/// answered in the language it asks for.
final class ReaderLocale implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var signedIn = ActorArgument.signedIn();
        boolean asks =
                request.getRequestURI().startsWith("/api/") && request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        return signedIn == null || asks ? request.getLocale() : signedIn.actor().locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is an attribute of the person");
    }
}
