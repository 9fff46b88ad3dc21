package org.mainstay.change.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/calendar/{token}.ics`: where calendar programs read a feed, signed in or not. Refusals are plain text, and none
/// tells a calendar to throw away what it has.
@RestController
class FeedLink {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    /// So many are written in memory at a time; others wait.
    private static final int AT_ONCE = 4;

    private static final int PATIENCE_IN_SECONDS = 20;

    private final CalendarFeeds feeds;
    private final FeedEntries entries;
    private final FeedAddress address;
    private final FeedRates rates;
    private final Messages messages;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    FeedLink(CalendarFeeds feeds, FeedEntries entries, FeedAddress address, FeedRates rates, Messages messages) {
        this.feeds = feeds;
        this.entries = entries;
        this.address = address;
        this.rates = rates;
        this.messages = messages;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> read(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response, Locale reader)
            throws InterruptedIOException {
        var from = request.getRemoteAddr();
        var wait = rates.ahead(from);
        if (wait.isPositive()) {
            return later(wait, reader);
        }
        return switch (feeds.find(token)) {
            case CalendarFeeds.Found.Unknown _ -> {
                rates.wait(from);
                yield refused(HttpStatus.NOT_FOUND, messages.say(reader, "calendar_feed.unknown"));
            }
            case CalendarFeeds.Found.Revoked _ -> {
                rates.wait(from);
                yield refused(HttpStatus.GONE, messages.say(reader, "calendar_feed.revoked"));
            }
            case CalendarFeeds.Found.Open open -> {
                var busy = rates.wait(open.feed().id().toString());
                yield busy.isPositive() ? later(busy, reader) : inTurn(open, response, reader);
            }
        };
    }

    private ResponseEntity<byte[]> inTurn(CalendarFeeds.Found.Open open, HttpServletResponse response, Locale reader)
            throws InterruptedIOException {
        if (!place()) {
            return refused(HttpStatus.SERVICE_UNAVAILABLE, messages.say(reader, "calendar_feed.busy"));
        }
        try {
            return answer(open, response);
        } finally {
            places.release();
        }
    }

    private boolean place() throws InterruptedIOException {
        try {
            return places.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while other feeds are written");
        }
    }

    private ResponseEntity<byte[]> answer(CalendarFeeds.Found.Open open, HttpServletResponse response) {
        var feed = open.feed();
        return switch (feeds.parsed(open.person(), feed.filter())) {
            case Parsed.Bad(var errors) -> {
                var locale = Messages.language(open.person().locale());
                var why = messages.say(errors.getFirst().reason(), locale);
                yield refused(HttpStatus.UNPROCESSABLE_CONTENT, messages.say(locale, "calendar_feed.unreadable", why));
            }
            case Parsed.Good(var filter) -> {
                var found = entries.of(open.person(), feed.filter().isEmpty() ? null : filter);
                feeds.read(feed);
                yield answer(feed, found, response);
            }
        };
    }

    private ResponseEntity<byte[]> answer(Feed feed, List<FeedEntry> found, HttpServletResponse response) {
        var text = FeedText.of(feed.name(), found, address.base());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        // Set past the answer: what left the feed has no time, so only the tag may say that nothing changed.
        found.stream()
                .map(FeedEntry::updated)
                .max(Comparator.naturalOrder())
                .map(Instant::toEpochMilli)
                .ifPresent(it -> response.setDateHeader(HttpHeaders.LAST_MODIFIED, it));
        return ResponseEntity.ok()
                .eTag(hash(text))
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"changes.ics\"")
                .body(text);
    }

    private static String hash(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private ResponseEntity<byte[]> later(Duration wait, Locale reader) {
        var seconds = Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .contentType(TEXT)
                .body(messages.say(reader, "people.refused.too_many").getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> refused(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).contentType(TEXT).body((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
