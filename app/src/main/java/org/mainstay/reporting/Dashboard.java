package org.mainstay.reporting;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Audience;

/// A page of tiles.
///
/// @param owner whose it is beside the administrators'; null for one that is theirs alone
record Dashboard(
        UUID id,
        String number,
        String title,
        @Nullable String titleInGerman,
        @Nullable String description,
        @Nullable String descriptionInGerman,
        Audience audience,
        @Nullable UUID group,
        @Nullable UUID owner) {

    static Dashboard of(Snapshot record) {
        return new Dashboard(
                record.id(),
                record.number(),
                record.need(DashboardType.TITLE),
                record.get(DashboardType.TITLE_DE),
                record.get(DashboardType.DESCRIPTION),
                record.get(DashboardType.DESCRIPTION_DE),
                record.need(DashboardType.AUDIENCE),
                record.get(DashboardType.GROUP),
                record.get(DashboardType.OWNER));
    }

    String title(Locale reader) {
        return in(reader, title, titleInGerman);
    }

    String description(Locale reader) {
        return in(reader, description == null ? "" : description, descriptionInGerman);
    }

    static String in(Locale reader, String text, @Nullable String inGerman) {
        return inGerman != null && reader.getLanguage().equals("de") ? inGerman : text;
    }
}
