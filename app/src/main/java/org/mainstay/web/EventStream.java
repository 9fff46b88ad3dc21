package org.mainstay.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// An answer of server-sent events, as the HTML standard has them. It is over after a minute, so that who asks is
/// proven again; the browser then asks again by itself.
public final class EventStream {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Pattern LINE_ENDS = Pattern.compile("\\R");

    private final HttpServletResponse response;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    private EventStream(HttpServletResponse response) {
        this.response = response;
    }

    public static EventStream begin(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("X-Accel-Buffering", "no");
        var stream = new EventStream(response);
        stream.write("retry: 2000\n\n");
        return stream;
    }

    /// Too many pages are open: not now.
    public static void refuse(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    /// @param data whose line ends are told as blanks
    /// @throws IOException when nobody listens any more
    public void event(String name, String data) throws IOException {
        write("event: " + name + "\ndata: " + LINE_ENDS.matcher(data).replaceAll(" ") + "\n\n");
    }

    /// A sign of life, by which a client that left is noticed.
    ///
    /// @throws IOException when nobody listens any more
    public void alive() throws IOException {
        write(":\n\n");
    }

    public boolean over() {
        return System.nanoTime() >= end;
    }

    private void write(String what) throws IOException {
        response.getWriter().write(what);
        response.flushBuffer();
    }
}
