/// How true what is known of items is: what independent sources and people who looked confirm of it, and how sure that
/// is. Read `Accuracy` first, then `Sampling`.
@NamedInterface("accuracy")
@NullMarked
package org.mainstay.cmdb.accuracy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
