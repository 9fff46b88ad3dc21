/// Forms that make and edit records of any type: short or whole, begun with templates or values of the address,
/// with what is similar and open already. Read `FormPages`, then `NewForms`.
@NullMarked
package org.mainstay.web.form;

import org.jspecify.annotations.NullMarked;
