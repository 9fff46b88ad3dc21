package org.mainstay.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.EventStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/notifications/live`: server-sent events for the bell of a page that is looked at. One event says that there
/// is news, and how much of it the bell then asks for; the stream is over with it, and after a minute anyway, so
/// that who asks is proven again.
@Controller
class BellPages {

    private static final Logger LOG = LoggerFactory.getLogger(BellPages.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Bells bells;

    BellPages(Bells bells) {
        this.bells = bells;
    }

    /// @param heard the last news that the page knows of; a page that knows of none is told at once
    @GetMapping("/notifications/live")
    void live(@RequestParam(defaultValue = "-1") long heard, Actor actor, HttpServletResponse response)
            throws InterruptedException {
        var hung = bells.of(actor.id());
        if (hung.isEmpty()) {
            EventStream.refuse(response);
            return;
        }
        try (var bell = hung.get()) {
            bells.tell(actor.id());
            var stream = EventStream.begin(response);
            while (!stream.over() && !bell.ended()) {
                if (bell.newer(heard, PAUSE).isPresent()) {
                    stream.event("news", "news");
                    return;
                }
                stream.alive();
            }
        } catch (IOException e) {
            LOG.debug("A page that was open is closed", e);
        }
    }
}
