/// What happened to records, and the feed by which consumers hear of it. Read `Entry`, then `Feed`.
@NullMarked
package org.mainstay.kernel.history;

import org.jspecify.annotations.NullMarked;
