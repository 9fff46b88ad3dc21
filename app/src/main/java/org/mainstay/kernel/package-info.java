/// What every record has in common: types and attributes, filter, access, the store with its one door for
/// writes, history and feed, jobs, blobs and the embedded database. Knows no practice and nothing of the
/// web. Read `record.RecordType`, `record.Plan` and `store.RecordStore` first.
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.mainstay.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
