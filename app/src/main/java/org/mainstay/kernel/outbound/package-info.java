/// Calls to other systems.
@NullMarked
package org.mainstay.kernel.outbound;

import org.jspecify.annotations.NullMarked;
