/// How configuration items hang together: relations, and the types of relation that say what two items may have to
/// do with each other and which way a failure travels. Read `RelationType` first.
@NamedInterface("relation")
@NullMarked
package org.mainstay.cmdb.relation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
