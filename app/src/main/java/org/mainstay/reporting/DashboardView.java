package org.mainstay.reporting;

import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Codes;

/// A dashboard as a page shows it.
///
/// @param changes whether the reader may change it
public record DashboardView(
        String number, String title, String description, String audience, boolean changes, List<Place> places) {

    /// Where a tile stands; what it tells comes after the page.
    public record Place(String number, String title, String width, String shape) {}

    static DashboardView of(Dashboard dashboard, boolean changes, List<Tile> tiles, Locale reader) {
        return new DashboardView(
                dashboard.number(),
                dashboard.title(reader),
                dashboard.description(reader),
                Codes.of(dashboard.audience()),
                changes,
                tiles.stream()
                        .map(it -> new Place(it.number(), it.title(reader), Codes.of(it.width()), Codes.of(it.shape())))
                        .toList());
    }

    public String href() {
        return "/dashboards/" + number;
    }
}
