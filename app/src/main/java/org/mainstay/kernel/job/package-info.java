/// Long work in batches that survives the node it runs on, and work that comes round by the clock. Read
/// `Jobs` first.
@NullMarked
package org.mainstay.kernel.job;

import org.jspecify.annotations.NullMarked;
