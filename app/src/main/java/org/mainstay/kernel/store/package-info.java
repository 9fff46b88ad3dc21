/// The engine: reads records as an actor, and writes them through one door. Read `RecordStore` first,
/// then `Acts`.
@NullMarked
package org.mainstay.kernel.store;

import org.jspecify.annotations.NullMarked;
