/// Service requests: what people may ask for, and how it comes to them. Read `form` first.
@ApplicationModule(allowedDependencies = {"kernel", "people", "cmdb", "rest", "web"})
@NullMarked
package org.mainstay.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
