package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.announcement.Announcements;

/// What every page needs around its content.
///
/// @param person the signed-in person's name
/// @param personId tells one person's drafts from another's; empty where nobody is signed in
/// @param path of the page, to mark where one is
/// @param csrf token for forms
/// @param banners what everybody or the person is told
/// @param started when the server began to answer, in nanoseconds
public record Frame(
        Messages messages,
        Locale locale,
        String person,
        String personId,
        String path,
        String csrf,
        List<MenuEntry> menu,
        Map<String, String> assets,
        List<Announcements.Banner> banners,
        long started) {

    /// @param title bundle key; empty for the first entries
    public record Section(String title, List<MenuEntry> entries) {}

    public String say(String key, Object... arguments) {
        return messages.say(locale, key, arguments);
    }

    /// What an action of a type is called.
    public String action(String type, String name) {
        return say(type + ".action." + name);
    }

    /// What a collection is called; an alias may have a name of its own.
    public String plural(RecordType<?> type, String collection) {
        return called(type, collection, ".plural");
    }

    /// The button and the form that make a record of it.
    public String newOne(RecordType<?> type, String collection) {
        var one = called(type, collection, "");
        boolean english = locale.equals(Locale.ENGLISH);
        return say("web.new", english ? one.substring(0, 1).toLowerCase(Locale.ROOT) + one.substring(1) : one);
    }

    private String called(RecordType<?> type, String collection, String suffix) {
        var own = messages.find("collection." + collection + suffix, locale);
        return own == null ? say(type.code() + suffix) : own;
    }

    public String asset(String name) {
        return "/assets/" + assets.getOrDefault(name, name);
    }

    public String icon(String name) {
        return asset("icons.svg") + "#" + name;
    }

    public List<Section> sections() {
        var sections = new ArrayList<Section>();
        for (var entry : menu) {
            if (sections.isEmpty() || !sections.getLast().title().equals(entry.section())) {
                sections.add(new Section(entry.section(), new ArrayList<>()));
            }
            sections.getLast().entries().add(entry);
        }
        return sections;
    }

    /// What can be made from everywhere.
    public List<MenuEntry> creates() {
        return menu.stream().filter(it -> !it.create().isEmpty()).toList();
    }

    /// Whether the entry is the nearest one to the page: `/catalog` is not while `/catalog/usage` has its own.
    public boolean here(MenuEntry entry) {
        return leads(entry.place())
                && menu.stream()
                        .map(MenuEntry::place)
                        .noneMatch(it -> it.length() > entry.place().length() && leads(it));
    }

    private boolean leads(String place) {
        return path.equals(place) || (place.length() > 1 && path.startsWith(place + "/"));
    }

    /// Milliseconds the server has taken so far.
    public String took() {
        return String.format(locale, "%.1f", (System.nanoTime() - started) / 1e6);
    }
}
