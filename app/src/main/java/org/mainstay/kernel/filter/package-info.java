/// One condition over records: parsed from a search-bar language, compiled to SQL for lists, evaluated in
/// memory for rules. Read `Filter` first.
@NullMarked
package org.mainstay.kernel.filter;

import org.jspecify.annotations.NullMarked;
