/// Records from and to elsewhere, and many at once. Files become jobs: a table is taken in row by row by
/// what its columns are for, a profile reads a file of a known shape as the records and the history it
/// tells of. Lists leave as files. The same is done to many records by `BulkJob`, and taken back by
/// `TakingBack`. Read `Imports`, then `TableImport` and `ImportProfile`; for bulks `Bulks`.
@ApplicationModule(allowedDependencies = {"kernel", "people", "conversation", "rest", "web"})
@NullMarked
package org.mainstay.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
