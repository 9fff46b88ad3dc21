/// Persons, groups, roles and grants, organisations and locations; who may do what, and how somebody
/// proves who they are. Read `PersonType`, `Actors` and `security.SecurityModule` first.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.mainstay.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
