package org.mainstay.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.function.Supplier;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;

/// The documents of versions, which never change.
final class FlowVersions {

    private final Cache<UUID, FlowDocument> known =
            Caffeine.newBuilder().maximumSize(200).build();
    private final Supplier<RecordStore> store;

    FlowVersions(Supplier<RecordStore> store) {
        this.store = store;
    }

    /// @throws IllegalStateException where there is no such version, or it cannot be read
    FlowDocument of(UUID version) {
        return known.get(version, this::read);
    }

    private FlowDocument read(UUID version) {
        var text = store.get()
                .get(Installation.ITSELF, FlowVersionType.FLOW_VERSION, version)
                .map(it -> it.need(FlowVersionType.DOCUMENT))
                .orElseThrow(() -> new IllegalStateException("there is no flow version " + version));
        return switch (FlowReader.read(text)) {
            case FlowRead.Good(var document) -> document;
            case FlowRead.Bad(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }
}
