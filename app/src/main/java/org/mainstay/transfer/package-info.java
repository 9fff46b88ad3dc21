/// Records from elsewhere: files become jobs, and a profile reads each as the records and the history it
/// tells of. Read `ImportProfile` first.
@ApplicationModule(allowedDependencies = {"kernel", "people", "rest"})
@NullMarked
package org.mainstay.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
