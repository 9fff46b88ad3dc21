/// The configuration of an installation as text: the same for the same configuration, to be kept, compared
/// and applied elsewhere. Read `Document`, then `Applying`.
@NullMarked
package org.mainstay.transfer.configuration;

import org.jspecify.annotations.NullMarked;
