/// The process engine, of which only the tokens are used.
@NullMarked
package org.mainstay.kernel.process;

import org.jspecify.annotations.NullMarked;
