package org.mainstay.cmdb.classes;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// One sort of configuration item.
///
/// @param parent the class whose attributes it inherits; null for one at the top
/// @param abstractly whether it only gathers the classes below it and has no items of its own
/// @param icon of the sprite
/// @param display codes of the attributes that an item is named by where nobody names it, the first that has a
///     value; separated by commas
/// @param watched whether changes of its items that no change record tells of are drift; null as the class above says
public record ItemClass(
        UUID id,
        String code,
        String label,
        @Nullable String labelInGerman,
        @Nullable UUID parent,
        Phase phase,
        boolean abstractly,
        @Nullable String icon,
        @Nullable String display,
        @Nullable Boolean watched,
        boolean active) {

    public enum Phase {
        /// It runs, and it can fail.
        OPERATIONAL,
        /// It is planned with; nothing of it can fail.
        DESIGN_TIME
    }

    static ItemClass of(Snapshot it) {
        return new ItemClass(
                it.id(),
                it.need(ItemClassType.CODE),
                it.need(ItemClassType.LABEL),
                it.get(ItemClassType.LABEL_DE),
                it.get(ItemClassType.PARENT),
                it.need(ItemClassType.PHASE),
                it.need(ItemClassType.ABSTRACT),
                it.get(ItemClassType.ICON),
                it.get(ItemClassType.DISPLAY),
                it.get(ItemClassType.WATCHED),
                it.need(ItemClassType.ACTIVE));
    }

    String label(Locale locale) {
        return labelInGerman != null && locale.getLanguage().equals("de") ? labelInGerman : label;
    }

    public boolean hasItems() {
        return active && !abstractly;
    }
}
