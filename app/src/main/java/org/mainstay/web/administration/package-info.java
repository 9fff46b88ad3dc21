/// What administrators find in one place: an overview of the configuration, the use of custom fields, and the
/// audit trail.
@NullMarked
package org.mainstay.web.administration;

import org.jspecify.annotations.NullMarked;
