package org.mainstay.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.web.Audience;

/// A dashboard that a practice brings with it, for everyone; put together here and contributed as [Shipped]
/// records, which are the administrators' from the first start on.
public final class ShippedDashboard {

    private final String key;
    private final List<Shipped.Item> items = new ArrayList<>();

    /// @param key unique among all dashboards and the same for ever
    /// @param position among the dashboards
    public ShippedDashboard(
            String key, long position, String title, String titleInGerman, String about, String aboutInGerman) {
        this.key = key;
        items.add(new Shipped.Item(
                DashboardType.DASHBOARD,
                key,
                new Values()
                        .set(DashboardType.TITLE, title)
                        .set(DashboardType.TITLE_DE, titleInGerman)
                        .set(DashboardType.DESCRIPTION, about)
                        .set(DashboardType.DESCRIPTION_DE, aboutInGerman)
                        .set(DashboardType.AUDIENCE, Audience.EVERYONE)
                        .set(DashboardType.POSITION, position)));
    }

    /// @param which of the dashboard's tiles: the same for ever, and never another's
    /// @param with the tile's other attributes by code, as texts: `shape`, `collection`, `filter` and so on
    public ShippedDashboard tile(int which, String title, String titleInGerman, Map<String, String> with) {
        var values = new Values()
                .set(TileType.TITLE, title)
                .set(TileType.TITLE_DE, titleInGerman)
                .set(TileType.POSITION, items.size() * TileRules.STEP);
        with.forEach((code, text) -> {
            if (!text.isEmpty()) {
                put(values, TileType.TILE.need(code), text);
            }
        });
        items.add(new Shipped.Item(TileType.TILE, key + "." + which, values, Map.of(TileType.DASHBOARD, key)));
        return this;
    }

    private static <T> void put(Values values, Attribute<T> attribute, String text) {
        try {
            values.set(attribute, attribute.kind().parse(text));
        } catch (BadValue e) {
            throw new IllegalArgumentException(attribute + " " + text, e);
        }
    }

    public List<Shipped.Item> items() {
        return List.copyOf(items);
    }
}
