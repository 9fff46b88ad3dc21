/// The one secret of the installation and the keys that are made from it; and secrets that nobody can guess.
@NullMarked
package org.mainstay.kernel.secret;

import org.jspecify.annotations.NullMarked;
