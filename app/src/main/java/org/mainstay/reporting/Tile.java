package org.mainstay.reporting;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.StatsQuestion.Stretch;

/// One thing a dashboard tells.
///
/// @param collection as in addresses
/// @param filter in the filter language; empty for all records
/// @param measure as for statistics: `count`, `p90(opened_at..resolved_at)`; a table takes several
/// @param groupBy attribute to group by; empty for none
/// @param moment attribute that says when a record counts; empty for whenever
/// @param against a second such attribute, for trends that set one thing against another
/// @param days how far back; null for as far as there is
/// @param compare whether the period before is shown, too
/// @param most how many groups or records at most
record Tile(
        UUID id,
        String number,
        long version,
        UUID dashboard,
        String title,
        @Nullable String titleInGerman,
        Shape shape,
        Width width,
        String collection,
        String filter,
        String measure,
        String groupBy,
        String moment,
        String against,
        @Nullable Long days,
        Stretch stretch,
        boolean compare,
        int most) {

    enum Shape {
        NUMBER,
        TREND,
        BAR,
        TABLE,
        LIST
    }

    enum Width {
        SMALL,
        MEDIUM,
        WIDE
    }

    /// @param record may be one that is being made and has no number yet
    static Tile of(Snapshot record) {
        var version = record.get(Header.VERSION);
        return new Tile(
                record.id(),
                text(record.get(Header.NUMBER)),
                version == null ? 0 : version,
                record.need(TileType.DASHBOARD),
                record.need(TileType.TITLE),
                record.get(TileType.TITLE_DE),
                record.need(TileType.SHAPE),
                record.need(TileType.WIDTH),
                record.need(TileType.COLLECTION),
                text(record.get(TileType.FILTER)),
                record.need(TileType.MEASURE),
                text(record.get(TileType.GROUP_BY)),
                text(record.get(TileType.MOMENT)),
                text(record.get(TileType.AGAINST)),
                record.get(TileType.DAYS),
                stretch(record.get(TileType.STRETCH)),
                record.need(TileType.COMPARE),
                record.need(TileType.MOST).intValue());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Stretch stretch(@Nullable Stretch stretch) {
        return stretch == null ? Stretch.DAY : stretch;
    }

    String title(Locale reader) {
        return Dashboard.in(reader, title, titleInGerman);
    }
}
