/// Sentences for people, from the message bundles of all modules.
@NullMarked
package org.mainstay.kernel.text;

import org.jspecify.annotations.NullMarked;
