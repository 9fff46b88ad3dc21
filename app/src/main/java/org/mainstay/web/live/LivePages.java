package org.mainstay.web.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.EventStream;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.live.Presence.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/{collection}/{key}/live`: server-sent events for a page that shows a record. One event says that the record
/// is newer than the page, others say who else is there, and what is new the page then asks for as any page does; the
/// stream is over with it.
@Controller
class LivePages {

    private static final Logger LOG = LoggerFactory.getLogger(LivePages.class);

    /// How often one looks who else is there.
    private static final Duration BEAT = Duration.ofSeconds(2);

    /// Beats between signs of life, by which a client that left is noticed.
    private static final int SILENT = 5;

    private final RecordTypes types;
    private final RecordStore store;
    private final Live live;
    private final Presence presence;

    LivePages(RecordTypes types, RecordStore store, Live live, Presence presence) {
        this.types = types;
        this.store = store;
        this.live = live;
        this.presence = presence;
    }

    /// @param version that the page shows
    @GetMapping("/{collection:[a-z][a-z-]*}/{key}/live")
    void live(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") long version,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws InterruptedException {
        var type = types.byCollection(collection).orElseThrow(NoSuchPage::new).type();
        var record = store.find(actor, type, key).orElseThrow(NoSuchPage::new);
        var look = live.at(type, record.id(), actor);
        if (look.isEmpty()) {
            EventStream.refuse(response);
            return;
        }
        try (var page = look.get();
                var _ = presence.open(record.id(), actor.id())) {
            // read once it is looked at: whatever is committed from now on is told
            var now = store.get(actor, type, record.id()).orElseThrow(NoSuchPage::new);
            live.knows(type, now.id(), now.version());
            var stream = EventStream.begin(response);
            List<Here> told = null;
            for (int beat = 1; !stream.over() && !page.ended(); beat++) {
                var others = presence.others(actor, now);
                if (!others.equals(told)) {
                    stream.event("present", presence.told(others, actor, locale));
                    told = others;
                } else if (beat % SILENT == 0) {
                    stream.alive();
                }
                var newer = page.newer(version, BEAT);
                if (newer.isPresent()) {
                    stream.event("newer", newer.get().toString());
                    return;
                }
            }
        } catch (IOException e) {
            LOG.debug("A page that was open is closed", e);
        }
    }

    /// Says that one is writing, or has stopped; on the pages of that record which one has open.
    ///
    /// @param writing `comment`, `note` or `value`; empty for nothing any more
    @PostMapping("/{collection:[a-z][a-z-]*}/{key}/presence")
    ResponseEntity<Void> writes(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String writing,
            Actor actor) {
        var type = types.byCollection(collection).orElseThrow(NoSuchPage::new).type();
        var record = store.find(actor, type, key).orElseThrow(NoSuchPage::new);
        var what = Arrays.stream(Presence.Writing.values())
                .filter(it -> Codes.of(it).equals(writing))
                .findFirst()
                .orElse(null);
        presence.writes(record.id(), actor.id(), what);
        return ResponseEntity.noContent().build();
    }
}
