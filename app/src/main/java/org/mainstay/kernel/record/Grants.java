package org.mainstay.kernel.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Permissions and where they hold. The permission `admin` implies every other.
public final class Grants {

    /// Everything, everywhere.
    public static final String ADMIN = "admin";

    public static final Grants NONE = new Grants(Map.of(), Set.of());

    private final Map<String, Set<UUID>> somewhere;
    private final Set<String> everywhere;

    private Grants(Map<String, Set<UUID>> somewhere, Set<String> everywhere) {
        this.somewhere = somewhere;
        this.everywhere = everywhere;
    }

    public boolean allow(String permission, UUID organisation) {
        return everywhere(permission)
                || in(permission).contains(organisation)
                || in(ADMIN).contains(organisation);
    }

    public boolean allow(String permission) {
        return everywhere(permission) || somewhere.containsKey(permission) || somewhere.containsKey(ADMIN);
    }

    /// Whether it holds for all organisations, also future ones.
    public boolean everywhere(String permission) {
        return everywhere.contains(ADMIN) || everywhere.contains(permission);
    }

    /// Whether it holds in that organisation and wherever else anything was granted.
    public boolean throughout(String permission, UUID own) {
        return everywhere(permission)
                || (!everywhere()
                        && allow(permission, own)
                        && organisations().stream().allMatch(it -> allow(permission, it)));
    }

    /// The organisations for which it was granted one by one.
    public Set<UUID> in(String permission) {
        return somewhere.getOrDefault(permission, Set.of());
    }

    /// Whether anything was granted for all organisations.
    public boolean everywhere() {
        return !everywhere.isEmpty();
    }

    /// The organisations for which anything was granted one by one.
    public Set<UUID> organisations() {
        var organisations = new HashSet<UUID>();
        somewhere.values().forEach(organisations::addAll);
        return organisations;
    }

    /// What remains under a token's scopes.
    public Grants only(Predicate<String> scopes) {
        var fewer = new Builder();
        everywhere.stream().filter(scopes).forEach(it -> fewer.add(it, null));
        somewhere.forEach((permission, organisations) -> {
            if (scopes.test(permission)) {
                organisations.forEach(it -> fewer.add(permission, it));
            }
        });
        return fewer.build();
    }

    public static final class Builder {

        private final Map<String, Set<UUID>> somewhere = new HashMap<>();
        private final Set<String> everywhere = new HashSet<>();

        /// @param organisation null for all organisations
        public Builder add(String permission, @Nullable UUID organisation) {
            if (organisation == null) {
                everywhere.add(permission);
            } else {
                somewhere.computeIfAbsent(permission, _ -> new HashSet<>()).add(organisation);
            }
            return this;
        }

        public Grants build() {
            return new Grants(Map.copyOf(somewhere), Set.copyOf(everywhere));
        }
    }
}
