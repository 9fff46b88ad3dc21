package org.mainstay.request;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;

/// In which order the items of one request come to be, and which of them depend on which: of what a bundle chose, each
/// person's items on their own.
final class BundleOrder {

    private final RecordStore store;
    private final List<Wishes.Granted> granted;
    private final Map<UUID, Bundle> bundles = new HashMap<>();
    private final Map<Key, Made> made = new HashMap<>();

    private record Bundle(Snapshot version, BundledItems items) {}

    private record Key(UUID bundling, UUID part, UUID person) {}

    /// @param item of the request
    /// @param expected when it is delivered; null where nobody knows
    record Made(UUID item, @Nullable Instant expected) {}

    BundleOrder(RecordStore store, List<Wishes.Granted> granted) {
        this.store = store;
        this.granted = granted;
    }

    private Bundle bundle(Orders.Bundled bundled) {
        return bundles.computeIfAbsent(bundled.version(), it -> {
            var version = Orders.version(store, it);
            return new Bundle(version, BundledItems.of(version));
        });
    }

    /// As they were wished for, but none before the one that it depends on.
    List<Wishes.Granted> sorted() {
        return granted.stream()
                .sorted(Comparator.comparingInt(it -> it.bundled() == null
                        ? -1
                        : bundle(it.bundled()).items().place(it.bundled().part())))
                .toList();
    }

    /// What the person's item waits for: what it depends on, or where that was not wished for, what that depends on.
    Optional<Made> before(Wishes.Granted wish, UUID person) {
        var bundled = wish.bundled();
        if (bundled == null) {
            return Optional.empty();
        }
        var items = bundle(bundled).items();
        var before = items.find(bundled.part()).map(BundledItems.Item::dependsOn);
        while (before.isPresent()) {
            var there = made.get(new Key(bundled.bundling(), before.get(), person));
            if (there != null) {
                return Optional.of(there);
            }
            before = before.flatMap(items::find).map(BundledItems.Item::dependsOn);
        }
        return Optional.empty();
    }

    void made(Wishes.Granted wish, UUID person, Made item) {
        if (wish.bundled() instanceof Orders.Bundled(var bundling, var _, var part, var _)) {
            made.put(new Key(bundling, part, person), item);
        }
    }

    /// As the request is called by it: what came with a bundle goes by the bundle's name.
    String title(Wishes.Granted wish, boolean german) {
        return Orders.title(
                wish.bundled() == null ? wish.version() : bundle(wish.bundled()).version(), german);
    }
}
