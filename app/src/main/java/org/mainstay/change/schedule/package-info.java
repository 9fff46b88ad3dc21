/// The change schedule: what stands in the way of a change at a time (other changes on the same or dependent items,
/// freeze periods, maintenance windows, busy or absent people), and when nothing does. Read `Blockers` first: it holds
/// the rules and knows nothing of the database.
@NamedInterface("schedule")
@NullMarked
package org.mainstay.change.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
