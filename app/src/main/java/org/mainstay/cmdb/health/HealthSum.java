package org.mainstay.cmdb.health;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What was measured of the items of a class, team or service that belong to one organisation.
///
/// @param key code of the class, id of the group (empty for none), id of the service
/// @param results by code of the measure
record HealthSum(String key, UUID organisation, long items, Map<String, Total> results) {

    /// @param findings items of which something that is expected does not hold
    record Total(long expected, long met, long findings) {

        static final Total NONE = new Total(0, 0, 0);

        Total plus(Total other) {
            return new Total(expected + other.expected, met + other.met, findings + other.findings);
        }

        boolean any() {
            return expected > 0;
        }

        /// 0 to 1; only where there is any.
        double share() {
            return (double) met / expected;
        }
    }

    static Map<String, Total> plus(Map<String, Total> one, Map<String, Total> other) {
        var sum = new HashMap<>(one);
        other.forEach((code, total) -> sum.merge(code, total, Total::plus));
        return sum;
    }
}
