/// The service graph in memory: which items there are, how they are related and when, and what follows when one of
/// them fails. Plain Java: it knows numbers and moments, and nothing of records, people or the database. Read
/// `ServiceGraph` first, then `Walk`.
@NullMarked
package org.mainstay.cmdb.graph;

import org.jspecify.annotations.NullMarked;
