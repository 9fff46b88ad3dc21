package org.mainstay.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.mainstay.kernel.record.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/notifications/live`: server-sent events for the bell of a page that is looked at. One event says that there
/// is news, and how much of it the bell then asks for; the stream is over with it, and after a minute anyway, so
/// that who asks is proven again.
@Controller
class BellPages {

    private static final Logger LOG = LoggerFactory.getLogger(BellPages.class);

    private static final Duration LONGEST = Duration.ofSeconds(60);
    /// Between signs of life, by which a client that left is noticed.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Bells bells;

    BellPages(Bells bells) {
        this.bells = bells;
    }

    /// @param heard the last news that the page knows of; a page that knows of none is told at once
    @GetMapping("/notifications/live")
    void live(@RequestParam(defaultValue = "-1") long heard, Actor actor, HttpServletResponse response)
            throws InterruptedException {
        var hung = bells.of(actor.id(), heard);
        if (hung.isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("X-Accel-Buffering", "no");
        try (var bell = hung.get()) {
            tell(bell, response);
        } catch (IOException e) {
            LOG.debug("A page that was open is closed", e);
        }
    }

    private static void tell(Bells.Bell bell, HttpServletResponse response) throws IOException, InterruptedException {
        say(response, "retry: 2000\n\n");
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !bell.ended()) {
            if (bell.rings(PAUSE)) {
                say(response, "event: news\ndata: news\n\n");
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
