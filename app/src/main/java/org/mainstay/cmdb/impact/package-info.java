/// What follows when an item fails, what it needs, and how it hangs together with others: questions to the graph of
/// all items and relations, which every node keeps in memory and current. Read `LiveGraph` first.
@NamedInterface("impact")
@NullMarked
package org.mainstay.cmdb.impact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
