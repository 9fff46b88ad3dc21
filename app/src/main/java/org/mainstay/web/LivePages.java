package org.mainstay.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/{collection}/{key}/live`: server-sent events for a page that shows a record. One event says that the record
/// is newer than the page, and what is new the page then asks for as any page does; the stream is over with it,
/// and after a minute anyway, so that who asks is proven again.
@Controller
class LivePages {

    private static final Logger LOG = LoggerFactory.getLogger(LivePages.class);

    private static final Duration LONGEST = Duration.ofSeconds(60);
    /// Between signs of life, by which a client that left is noticed.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RecordTypes types;
    private final RecordStore store;
    private final Live live;

    LivePages(RecordTypes types, RecordStore store, Live live) {
        this.types = types;
        this.store = store;
        this.live = live;
    }

    /// @param version that the page shows
    @GetMapping("/{collection:[a-z][a-z-]*}/{key}/live")
    void live(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") long version,
            Actor actor,
            HttpServletResponse response)
            throws InterruptedException {
        var type = types.byCollection(collection).orElseThrow(NoSuchPage::new).type();
        var record = store.find(actor, type, key).orElseThrow(NoSuchPage::new);
        var look = live.at(type, record.id(), actor);
        if (look.isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("X-Accel-Buffering", "no");
        try (var page = look.get()) {
            // read once it is looked at: whatever is committed from now on is told
            page.knows(store.get(actor, type, record.id())
                    .orElseThrow(NoSuchPage::new)
                    .version());
            tell(page, version, response);
        } catch (IOException e) {
            LOG.debug("A page that was open is closed", e);
        }
    }

    private void tell(Live.Look page, long version, HttpServletResponse response)
            throws IOException, InterruptedException {
        say(response, "retry: 2000\n\n");
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !page.ended()) {
            var newer = page.newer(version, PAUSE);
            if (newer.isPresent()) {
                say(response, "event: newer\ndata: " + newer.get() + "\n\n");
                return;
            }
            say(response, ":\n\n");
        }
    }

    private static void say(HttpServletResponse response, String what) throws IOException {
        response.getWriter().write(what);
        response.flushBuffer();
    }
}
