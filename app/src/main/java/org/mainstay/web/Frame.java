package org.mainstay.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.text.Messages;

/// What every page needs around its content.
///
/// @param person the signed-in person's name
/// @param path of the page, to mark where one is
/// @param csrf token for forms
/// @param started when the server began to answer, in nanoseconds
public record Frame(
        Messages messages,
        Locale locale,
        String person,
        String path,
        String csrf,
        List<MenuEntry> menu,
        Map<String, String> assets,
        long started) {

    public String say(String key, Object... arguments) {
        return messages.say(locale, key, arguments);
    }

    public String asset(String name) {
        return "/assets/" + assets.getOrDefault(name, name);
    }

    public String icon(String name) {
        return asset("icons.svg") + "#" + name;
    }

    public boolean here(MenuEntry entry) {
        return entry.href().equals("/") ? path.equals("/") : path.startsWith(entry.href());
    }

    /// Milliseconds the server has taken so far.
    public String took() {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - started) / 1e6);
    }
}
