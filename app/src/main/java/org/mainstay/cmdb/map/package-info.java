/// The map of what surrounds an item: drawn, coloured, compared with another moment, and the same as a list. What
/// disturbs items is told by whoever knows it, as a `Disturbance`. Read `MapPages`, then `ItemMaps`.
@NamedInterface("map")
@NullMarked
package org.mainstay.cmdb.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
