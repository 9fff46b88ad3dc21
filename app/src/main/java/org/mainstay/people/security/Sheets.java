package org.mainstay.people.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Asking;
import org.mainstay.people.Assets;
import org.mainstay.people.Csrf;
import org.mainstay.people.Surround;
import org.springframework.beans.factory.ObjectProvider;

/// Makes what pages need.
record Sheets(Messages messages, Assets assets, ObjectProvider<Surround> surround) {

    /// For somebody who is not signed in.
    Sheet entrance(HttpServletRequest request, Locale reader) {
        return new Sheet(messages, assets, reader, Csrf.NONE, request, null);
    }

    /// For whoever asks, signed in or not.
    Sheet anybody(HttpServletRequest request, Locale reader) {
        return Asking.of(request) == null
                ? entrance(request, reader)
                : new Sheet(messages, assets, reader, Csrf.NONE, request, surround.getIfAvailable());
    }

    Sheet sheet(SignedIn signedIn, HttpServletRequest request, Locale reader) {
        return new Sheet(messages, assets, reader, signedIn.csrf(), request, surround.getIfAvailable());
    }
}
