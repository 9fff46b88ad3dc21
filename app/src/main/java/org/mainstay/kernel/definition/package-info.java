/// What administrators define at run time: options of lists (`pick`), the category tree and custom
/// fields, and the views of such records that each node keeps in memory. Read `Definitions` first.
@NullMarked
package org.mainstay.kernel.definition;

import org.jspecify.annotations.NullMarked;
