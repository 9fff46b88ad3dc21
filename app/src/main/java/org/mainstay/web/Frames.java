package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Asking;
import org.mainstay.people.Began;
import org.mainstay.people.Csrf;
import org.mainstay.web.announcement.Announcements;
import org.mainstay.web.announcement.Dismissed;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// Makes the frame of a page for whoever asks.
public final class Frames {

    private final Messages messages;
    private final List<MenuEntry> menu;
    private final Map<String, String> assets;
    private final Announcements announcements;

    Frames(Messages messages, List<MenuEntry> menu, Announcements announcements) {
        this.messages = messages;
        this.announcements = announcements;
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::rank)).toList();
        this.assets = assets();
    }

    public Frame of(Actor actor, HttpServletRequest request, Locale locale) {
        var seen = menu.stream().filter(it -> it.shown(actor)).toList();
        return frame(
                actor instanceof Actor.Person person ? person.name() : "",
                actor.id().toString(),
                request,
                locale,
                seen,
                announcements.of(actor, Messages.language(locale), Dismissed.of(request)));
    }

    /// For whoever asks, signed in or not.
    public Frame anybody(HttpServletRequest request, Locale locale) {
        var person = Asking.of(request);
        return person == null ? frame("", "", request, locale, List.of(), List.of()) : of(person, request, locale);
    }

    private Frame frame(
            String person,
            String personId,
            HttpServletRequest request,
            Locale locale,
            List<MenuEntry> seen,
            List<Announcements.Banner> banners) {
        return new Frame(
                messages,
                Messages.language(locale),
                person,
                personId,
                request.getRequestURI(),
                csrf(request),
                seen,
                assets,
                banners,
                Began.at(request));
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(Csrf.ATTRIBUTE) instanceof Csrf(var token) ? token : "";
    }

    private static Map<String, String> assets() {
        var manifest = new ClassPathResource("static/assets/manifest.json");
        if (!manifest.exists()) {
            return Map.of();
        }
        try (var stream = manifest.getInputStream()) {
            var names = new HashMap<String, String>();
            JsonMapper.shared().readTree(stream).forEachEntry((name, file) -> names.put(name, file.stringValue()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
