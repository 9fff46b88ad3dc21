/// Files that say in their own words what a source sees, and mappings that turn them into payloads: which column or
/// place in JSON is which attribute, identifier or relation. Read `DiscoveryMapping` first, then `RecordMapping`; what
/// comes out of it goes the way of every other payload, through `Reconciler`.
@NamedInterface("mapping")
@NullMarked
package org.mainstay.cmdb.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
