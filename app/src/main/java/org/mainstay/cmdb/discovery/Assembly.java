package org.mainstay.cmdb.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;

/// A payload while it is put together.
final class Assembly {

    static final String DEVICE = "device";

    /// More than these say nothing new.
    private static final int MOST_REMARKS = 1_000;

    private final List<Discovered> items = new ArrayList<>();
    private final List<DiscoveredRelation> relations = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<Taken, String> taken = new HashMap<>();

    private record Taken(String itemClass, Identifier identifier) {}

    Draft draft(String ref, String itemClass) {
        return new Draft(this, ref, itemClass);
    }

    /// Whether it was added: nothing is that nothing tells from others, or that is there already.
    boolean add(Draft draft) {
        return draft.ref().equals(place(draft));
    }

    /// The ref under which it is there now, its own or that of an equal item before it; null where nothing tells it
    /// from others.
    @Nullable
    String place(Draft draft) {
        var item = draft.item().orElse(null);
        if (item == null) {
            remark(draft.ref(), "discovery.nothing_identifies");
            return null;
        }
        var strong = item.identifiers().stream()
                .filter(it -> !it.weak())
                .map(it -> new Taken(item.itemClass(), it))
                .toList();
        for (var one : strong) {
            var before = taken.get(one);
            if (before != null) {
                return before;
            }
        }
        strong.forEach(it -> taken.put(it, item.ref()));
        items.add(item);
        return item.ref();
    }

    void relate(String type, String from, String to) {
        relate(new DiscoveredRelation(type, from, to));
    }

    void relate(DiscoveredRelation relation) {
        relations.add(relation);
    }

    void remark(String pointer, String key, Object... arguments) {
        remark(new Remark(pointer, Message.of(key, arguments)));
    }

    void remark(Remark remark) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(remark);
        }
    }

    Payload done(boolean partial) throws BadPayload {
        if (items.size() > Payload.MOST_ITEMS) {
            throw new BadPayload("discovery.too_many_records", Payload.MOST_ITEMS);
        }
        return new Payload(items, relations, partial, null, remarks);
    }
}
