/// The vocabulary: kinds of values, attributes, record types, snapshots, plans, actors. No SQL is run
/// here.
@NullMarked
package org.mainstay.kernel.record;

import org.jspecify.annotations.NullMarked;
