package org.mainstay.cmdb.discovery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that tells a thing from all others, in the one form in which two sources can be compared.
///
/// @param kind one of the constants, or a code of the source's own
/// @param scope within which the value is unique: the manufacturer of a serial, the ref of the parent of a
///     [#NAME_IN_PARENT]; null where it is unique everywhere
public record Identifier(
        String kind, String value, @Nullable String scope) {

    public static final String SERIAL = "serial";
    public static final String CLOUD_ID = "cloud_id";
    public static final String UUID = "uuid";
    public static final String MAC = "mac";
    public static final String FQDN = "fqdn";
    public static final String IMEI = "imei";
    public static final String NAME_IN_PARENT = "name_in_parent";

    /// An address; all there is of a host beyond a router.
    public static final String IP = "ip";

    /// What an agent calls itself. A cloned disk carries it along.
    public static final String AGENT_ID = "agent_id";

    /// What the source itself calls it, such as the key of a row.
    public static final String KEY = "key";

    public static final List<String> BEST_FIRST =
            List.of(SERIAL, CLOUD_ID, UUID, IMEI, MAC, FQDN, NAME_IN_PARENT, KEY, AGENT_ID, IP);

    /// The kind of identifier that each attribute holds, the best first.
    public static final Map<String, String> HELD = held();

    /// The maker's prefixes of adapters in docks and on cables, which wander from one computer to the next, and of
    /// virtual machines, whose copies keep them.
    private static final Set<String> SHARED_PREFIXES = Set.of(
            "00:e0:4c",
            "00:0e:c6",
            "f8:e4:3b",
            "00:50:b6",
            "9c:eb:e8",
            "00:24:9b",
            "a0:ce:c8",
            "00:13:3b",
            "00:50:56",
            "00:0c:29",
            "00:05:69",
            "08:00:27",
            "00:15:5d",
            "00:16:3e",
            "00:1c:42");

    /// Suffixes of names that every home and office has again.
    private static final Set<String> LOCAL_SUFFIXES =
            Set.of(".local", ".localdomain", ".lan", ".home", ".internal", ".fritz.box", ".home.arpa");

    private static Map<String, String> held() {
        var held = new LinkedHashMap<String, String>();
        held.put("serial_number", SERIAL);
        held.put("resource_id", CLOUD_ID);
        held.put("uuid", UUID);
        held.put("imei", IMEI);
        held.put("mac_address", MAC);
        held.put("fqdn", FQDN);
        return Collections.unmodifiableMap(held);
    }

    /// The kind of identifier that the attribute holds, addresses included; empty for none.
    public static Optional<String> heldBy(String attribute) {
        return Optional.ofNullable(attribute.equals("ip_address") ? IP : HELD.get(attribute));
    }

    /// In its normal form, or empty where the value identifies nothing; [JunkValues#reason] says why.
    public static Optional<Identifier> of(String kind, @Nullable String value, @Nullable String scope) {
        if (value == null || JunkValues.reason(kind, value).isPresent()) {
            return Optional.empty();
        }
        return NormalForms.of(kind, value).map(it -> new Identifier(kind, it, NormalForms.scope(kind, scope)));
    }

    /// Whether it may be shared, lent or short-lived, so that a match by it alone needs a second look: addresses,
    /// what a cloned disk carries along, keys that only their source knows, hardware addresses of docks, of virtual
    /// machines and such that were made up, names in domains that exist everywhere.
    public boolean weak() {
        return switch (kind) {
            case IP, AGENT_ID, KEY -> true;
            case MAC ->
                NormalForms.locallyAdministered(value)
                        || SHARED_PREFIXES.stream().anyMatch(value::startsWith);
            case FQDN -> LOCAL_SUFFIXES.stream().anyMatch(value::endsWith);
            default -> false;
        };
    }

    /// The same UUID as firmware shows it that swaps the bytes of its first three groups: look for both.
    public Optional<Identifier> swapped() {
        return kind.equals(UUID)
                ? Optional.of(new Identifier(kind, NormalForms.swapped(value), scope))
                : Optional.empty();
    }
}
