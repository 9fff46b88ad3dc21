/// The API under `/api/v1`: every record type by its descriptor, one set of controllers for all of them,
/// and the document that describes them. Read `CollectionApi` first, then `RecordApi`; `Rendering` says
/// how records look and `Problems` how refusals do.
@ApplicationModule(allowedDependencies = {"kernel", "people", "conversation"})
@NullMarked
package org.mainstay.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
