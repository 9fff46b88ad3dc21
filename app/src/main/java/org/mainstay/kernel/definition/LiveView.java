package org.mainstay.kernel.definition;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something made of records that administrators own, kept in memory until one of their types changes.
///
/// @param <T> immutable
public final class LiveView<T> implements Supplier<T> {

    private final Set<String> types;
    private final Supplier<T> load;
    private volatile @Nullable T value;

    LiveView(Set<String> types, Supplier<T> load) {
        this.types = types;
        this.load = load;
    }

    @Override
    public T get() {
        var known = value;
        return known == null ? refresh() : known;
    }

    boolean of(String type) {
        return types.contains(type);
    }

    synchronized T refresh() {
        var made = Objects.requireNonNull(load.get());
        value = made;
        return made;
    }
}
