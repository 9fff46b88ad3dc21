/// Measures Mainstay from outside and sets the machine's own limit beside each figure. Read `Bench`
/// first.
@NullMarked
package org.mainstay.bench;

import org.jspecify.annotations.NullMarked;
