/// Records filled in beforehand: a name for values that a new record begins with. Read `TemplateType` first.
@NullMarked
package org.mainstay.web.template;

import org.jspecify.annotations.NullMarked;
