package org.mainstay.web;

import java.util.List;
import java.util.Optional;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// The saved views of a collection, as somebody sees them.
final class SavedViews {

    /// So many stand over a list.
    private static final int MOST = 30;

    private final RecordStore store;

    SavedViews(RecordStore store) {
        this.store = store;
    }

    /// By position.
    List<SavedView> of(Actor actor, String collection) {
        var query = Query.of(Filter.is(SavedViewType.COLLECTION, collection)).limit(MOST);
        return store.list(actor, SavedViewType.SAVED_VIEW, query).items().stream()
                .map(SavedViewType.SAVED_VIEW::read)
                .toList();
    }

    /// Empty where it is no view of that collection.
    Optional<SavedView> find(Actor actor, String collection, String number) {
        return store.find(actor, SavedViewType.SAVED_VIEW, number)
                .filter(it -> it.need(SavedViewType.COLLECTION).equals(collection))
                .map(SavedViewType.SAVED_VIEW::read);
    }
}
