/// Records from and to elsewhere. Files become jobs: a table is taken in row by row by what its columns
/// are for, a profile reads a file of a known shape as the records and the history it tells of. Lists
/// leave as files. Read `Imports`, then `TableImport` and `ImportProfile`.
@ApplicationModule(allowedDependencies = {"kernel", "people", "rest", "web"})
@NullMarked
package org.mainstay.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
