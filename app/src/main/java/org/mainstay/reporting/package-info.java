/// Dashboards: tiles that count, measure and list any records, each with a written definition and the list
/// behind it. What a tile shows is asked of the store and its statistics as whoever looks, so nobody counts
/// what they do not see. Read `TileType` first, then `TileReader`, `TileResults` and `TileViews`; practices
/// contribute dashboards by `ShippedDashboard`.
@ApplicationModule(allowedDependencies = {"kernel", "web"})
@NullMarked
package org.mainstay.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
