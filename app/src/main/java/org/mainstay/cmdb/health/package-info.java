/// How well what is kept about items holds, and what is done so that it does: measures (completeness, staleness,
/// orphans, duplicates, compliance) with the page that shows them per class, team and service, rules that items must
/// meet, and policies that ask people about items nobody confirmed, retire and archive them. Read `Measure` first,
/// then `Round`.
@NamedInterface("health")
@NullMarked
package org.mainstay.cmdb.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
