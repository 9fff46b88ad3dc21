/// The one secret of the installation and the keys that are made from it.
@NullMarked
package org.mainstay.kernel.secret;

import org.jspecify.annotations.NullMarked;
