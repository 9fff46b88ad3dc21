/// What people can order and what becomes of it: catalogues with items as administrators publish them, carts, and
/// requests with their items and tasks. Read `CatalogItemType` and `RequestItemType` first, then `Orders` and
/// `Fulfilment`.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "people",
            "conversation",
            "rest",
            "web",
            "notification",
            "reporting",
            "cmdb",
            "approval",
            "flow",
            "incident"
        })
@NullMarked
package org.mainstay.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
