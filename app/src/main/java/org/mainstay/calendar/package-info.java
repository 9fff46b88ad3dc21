/// Stretches of time as people plan them: windows, and those that come again on a wall clock, whatever it does in
/// spring and autumn. Read `Window` first, then `RecurringWindow`.
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.mainstay.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
