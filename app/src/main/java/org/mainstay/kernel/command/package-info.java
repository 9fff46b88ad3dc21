/// What `mainstay.jar` does instead of serving when its first argument names a command.
@NullMarked
package org.mainstay.kernel.command;

import org.jspecify.annotations.NullMarked;
