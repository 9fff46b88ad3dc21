package org.mainstay.reporting;

import java.util.List;
import java.util.Locale;

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
                dashboard.audience().name().toLowerCase(Locale.ROOT),
                changes,
                tiles.stream()
                        .map(it -> new Place(
                                it.number(),
                                it.title(reader),
                                it.width().name().toLowerCase(Locale.ROOT),
                                it.shape().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    public String href() {
        return "/dashboards/" + number;
    }
}
