/// The first page of those who work, and a lead's view of their teams.
@NullMarked
package org.mainstay.web.home;

import org.jspecify.annotations.NullMarked;
