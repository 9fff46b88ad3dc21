package org.mainstay.people.security;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Assets;
import org.mainstay.people.Began;
import org.mainstay.people.Csrf;
import org.mainstay.people.Surround;

/// What every page of this module needs: texts in the reader's language, assets, the token of its forms.
///
/// @param surround for pages of somebody who is signed in; null for the entrance
public record Sheet(
        Messages messages,
        Assets assets,
        Locale locale,
        Csrf token,
        HttpServletRequest request,
        @Nullable Surround surround) {

    public String say(String key, Object... arguments) {
        return messages.say(locale, key, arguments);
    }

    public String asset(String name) {
        return assets.path(name);
    }

    public String language() {
        return Messages.language(locale).getLanguage();
    }

    public String csrf() {
        return token.token();
    }

    /// Milliseconds the server has taken so far.
    public String took() {
        return String.format(Messages.language(locale), "%.1f", (System.nanoTime() - Began.at(request)) / 1e6);
    }

    /// The content inside the frame of all pages; null where this page has none.
    public @Nullable Content around(String title, Content content) {
        return surround == null ? null : surround.around(request, locale, title, content);
    }
}
