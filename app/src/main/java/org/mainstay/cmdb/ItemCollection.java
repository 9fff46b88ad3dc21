package org.mainstay.cmdb;

import jakarta.servlet.http.HttpServletRequest;

/// The collection by which an item was come to: services are items too.
public final class ItemCollection {

    private static final String SERVICES = "services";

    private ItemCollection() {}

    /// @return `services` or `configuration-items`
    public static String of(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/" + SERVICES + "/")
                ? SERVICES
                : ConfigurationItemType.CONFIGURATION_ITEM.collection();
    }
}
