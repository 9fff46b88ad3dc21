/// The things the work is about: configuration items, of which the business services are the first class.
/// Read `ConfigurationItemType` first.
@ApplicationModule(allowedDependencies = {"kernel", "notification", "rest", "transfer", "web"})
@NullMarked
package org.mainstay.cmdb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
