/// From what sources say to what is held true: which item is meant (identification), which of several sources is
/// believed (precedence), and what people have to decide (reconciliation tasks, merges). Read `Reconciler` first.
@NamedInterface("reconciliation")
@NullMarked
package org.mainstay.cmdb.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
