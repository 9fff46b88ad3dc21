package org.mainstay.people.security;

import java.util.Locale;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Assets;
import org.mainstay.people.Csrf;

/// Makes what pages need.
record Sheets(Messages messages, Assets assets) {

    Sheet sheet(Locale reader, Csrf csrf, boolean wide) {
        return new Sheet(messages, assets, reader, csrf, wide);
    }
}
