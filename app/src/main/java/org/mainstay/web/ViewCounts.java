package org.mainstay.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Count;
import org.mainstay.kernel.store.RecordStore;

/// How many records match for somebody, in saved views and wherever else they are counted.
public final class ViewCounts {

    /// Shorter than a list waits before it looks for news, so that these are counted.
    private static final Duration KEPT = Duration.ofSeconds(8);
    private static final int MOST = 10_000;

    private final Lists lists;
    private final RecordStore store;
    private final Cache<Asked, Count> counts =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    private record Asked(UUID actor, String collection, String filter) {}

    ViewCounts(Lists lists, RecordStore store) {
        this.lists = lists;
        this.store = store;
    }

    /// By the views' numbers; what cannot be counted is left out.
    Map<String, String> of(List<SavedView> views, String collection, Actor actor, Locale locale) {
        var shown = new HashMap<String, String>();
        for (var view : views) {
            of(view.filter(), collection, actor, locale).ifPresent(it -> shown.put(view.number(), it));
        }
        return shown;
    }

    /// How many match as a page writes it, as they were some seconds ago at most; empty for a filter that cannot be
    /// read.
    public Optional<String> of(String text, String collection, Actor actor, Locale locale) {
        var of = lists.collection(collection);
        var asked = new Asked(actor.id(), collection, text);
        var count = counts.getIfPresent(asked);
        if (count == null && lists.parsed(of, text, actor) instanceof Parsed.Good(var filter)) {
            count = store.count(actor, of.type(), filter);
            counts.put(asked, count);
        }
        return Optional.ofNullable(count).map(it -> Counted.text(it, locale));
    }

    /// The same as it is now.
    Optional<String> now(String text, String collection, Actor actor, Locale locale) {
        counts.invalidate(new Asked(actor.id(), collection, text));
        return of(text, collection, actor, locale);
    }
}
