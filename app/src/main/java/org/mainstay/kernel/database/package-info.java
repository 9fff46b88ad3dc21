/// The PostgreSQL that everything is kept in: one started here in the data directory, or one that was
/// named by `spring.datasource.url`. Read [DatabaseModule] first.
@NullMarked
package org.mainstay.kernel.database;

import org.jspecify.annotations.NullMarked;
