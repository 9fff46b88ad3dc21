package org.mainstay.cmdb.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mainstay.web.Hrefs;
import org.springframework.util.MultiValueMap;

/// What a map is asked to show. Its address says all of it, so that a map can be sent to somebody.
///
/// @param depth steps from the item, from 1 to [#DEEPEST]
/// @param types codes of relation types; empty for all
/// @param classes codes of item classes; empty for all
/// @param asOf the moment as it was typed; empty for now
/// @param before the moment to compare with, as it was typed; empty for none
/// @param expanded numbers of items whose neighbours are shown whatever the depth
/// @param opened keys of groups that are shown item by item
public record MapQuestion(
        int depth,
        Set<String> types,
        Set<String> classes,
        Colouring colour,
        String asOf,
        String before,
        Set<String> expanded,
        Set<String> opened) {

    static final int DEEPEST = 6;

    private static final int USUAL = 2;
    private static final int MANY = 50;
    private static final int LONGEST = 200;

    /// Whatever it does not understand it does without.
    static MapQuestion of(MultiValueMap<String, String> asked) {
        var before = one(asked, "before");
        return new MapQuestion(
                depth(one(asked, "depth")),
                many(asked, "type"),
                many(asked, "class"),
                colour(one(asked, "colour"), !before.isBlank()),
                one(asked, "as_of"),
                before,
                many(asked, "expand"),
                many(asked, "open"));
    }

    private static String one(MultiValueMap<String, String> asked, String parameter) {
        var first = asked.getFirst(parameter);
        return first == null || first.length() > LONGEST ? "" : first.strip();
    }

    private static Set<String> many(MultiValueMap<String, String> asked, String parameter) {
        return asked.getOrDefault(parameter, List.of()).stream()
                .filter(it -> it != null && !it.isBlank() && it.length() <= LONGEST)
                .limit(MANY)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int depth(String text) {
        return text.matches("[1-%d]".formatted(DEEPEST)) ? Integer.parseInt(text) : USUAL;
    }

    private static Colouring colour(String code, boolean compares) {
        for (var colour : Colouring.values()) {
            if (colour.code().equals(code) && (compares || colour != Colouring.DIFFERENCE)) {
                return colour;
            }
        }
        return compares ? Colouring.DIFFERENCE : Colouring.HEALTH;
    }

    /// Whether two moments are compared.
    public boolean compares() {
        return !before.isBlank();
    }

    /// With the item's neighbours too.
    MapQuestion expanding(String number) {
        return new MapQuestion(depth, types, classes, colour, asOf, before, with(expanded, number), opened);
    }

    /// With the group's items one by one.
    MapQuestion opening(String group) {
        return new MapQuestion(depth, types, classes, colour, asOf, before, expanded, with(opened, group));
    }

    /// As it was at another moment.
    MapQuestion at(String moment) {
        return new MapQuestion(depth, types, classes, colour, moment, before, expanded, opened);
    }

    /// Around another item: with what was chosen, without what was expanded and opened.
    MapQuestion elsewhere() {
        return new MapQuestion(depth, types, classes, colour, asOf, before, Set.of(), Set.of());
    }

    private static Set<String> with(Set<String> some, String one) {
        var more = new LinkedHashSet<>(some);
        more.add(one);
        return more;
    }

    /// As the query of an address, beginning with `?`.
    String query() {
        var parameters = new ArrayList<String>();
        parameters.add("depth=" + depth);
        parameters.add("colour=" + colour.code());
        types.forEach(it -> parameters.add("type=" + Hrefs.encoded(it)));
        classes.forEach(it -> parameters.add("class=" + Hrefs.encoded(it)));
        if (!asOf.isBlank()) {
            parameters.add("as_of=" + Hrefs.encoded(asOf));
        }
        if (!before.isBlank()) {
            parameters.add("before=" + Hrefs.encoded(before));
        }
        expanded.forEach(it -> parameters.add("expand=" + Hrefs.encoded(it)));
        opened.forEach(it -> parameters.add("open=" + Hrefs.encoded(it)));
        return "?" + String.join("&", parameters);
    }
}
