package org.mainstay.people.security;

import java.util.Locale;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Assets;
import org.mainstay.people.Csrf;

/// What every page of this module needs: texts in the reader's language, assets, the token of its forms.
///
/// @param wide for pages with more than one short form
public record Sheet(Messages messages, Assets assets, Locale locale, Csrf token, boolean wide) {

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
}
