package org.mainstay.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Snapshot;

/// A list as somebody keeps it. What is empty is as the type has it.
///
/// @param filter in the filter language
/// @param sort one of the type's declared orders, as in addresses
/// @param columns codes of attributes
/// @param group code of the attribute whose values divide the list
public record SavedView(
        String number,
        String name,
        String nameInGerman,
        String filter,
        String sort,
        List<String> columns,
        String group,
        Audience audience,
        @Nullable UUID owner,
        UUID organisation) {

    static SavedView of(Snapshot it) {
        return new SavedView(
                it.number(),
                it.need(SavedViewType.NAME),
                text(it.get(SavedViewType.NAME_DE)),
                text(it.get(SavedViewType.FILTER)),
                text(it.get(SavedViewType.SORT)),
                codes(text(it.get(SavedViewType.COLUMNS))),
                text(it.get(SavedViewType.GROUP_BY)),
                it.need(SavedViewType.AUDIENCE),
                it.get(SavedViewType.OWNER),
                it.organisation());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /// Codes that stand beside each other, separated by commas.
    static List<String> codes(String listed) {
        return Arrays.stream(listed.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /// Whether it is the actor who says what it shows.
    boolean kept(Actor actor) {
        return actor.id().equals(owner) || actor.may(Grants.ADMIN, organisation);
    }

    String name(Locale language) {
        return language.equals(Locale.GERMAN) && !nameInGerman.isEmpty() ? nameInGerman : name;
    }
}
