/// The page of a record of any type and what belongs to it: its attributes changed in place, actions, panels,
/// history, who sees it, and what is like it. Read `RecordPages`, then `RecordViews` and `Fields`.
@NullMarked
package org.mainstay.web.record;

import org.jspecify.annotations.NullMarked;
