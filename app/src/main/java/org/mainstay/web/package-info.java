/// The shell of every page and the generic pages of every record type: list, record, forms, actions.
/// Server-rendered by typed templates from descriptors; knows no practice. Read `ListPages`, then
/// `record/RecordPages` and `Show`.
@ApplicationModule(allowedDependencies = {"kernel", "people", "conversation"})
@NullMarked
package org.mainstay.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
