/// Who may see and do what. `Access` is the one choke point: nothing is read without an actor.
@NullMarked
package org.mainstay.kernel.access;

import org.jspecify.annotations.NullMarked;
