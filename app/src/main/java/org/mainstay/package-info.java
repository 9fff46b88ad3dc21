/// Mainstay runs IT as a service. Each direct sub-package is a module; `kernel` is read first.
@NullMarked
package org.mainstay;

import org.jspecify.annotations.NullMarked;
