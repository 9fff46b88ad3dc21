/// The doors through which sources tell what they see: agents at `/inventory/{token}`, programs at
/// `/api/v1/discovery/payloads`. All of them end in the one `Reconciler`.
@NamedInterface("intake")
@NullMarked
package org.mainstay.cmdb.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
