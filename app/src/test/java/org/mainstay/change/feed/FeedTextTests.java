package org.mainstay.change.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.mainstay.calendar.Window;

/// Whatever people write stays in its own property.
class FeedTextTests {

    private static final Instant AT = Instant.parse("2026-12-05T19:00:00Z");

    private static FeedEntry entry(String said) {
        return new FeedEntry(
                "0197",
                new Window(AT, AT.plusSeconds(3_600)),
                AT.plusNanos(123_456_000),
                3,
                said,
                FeedEntry.Standing.CONFIRMED,
                "/changes/CHG0000042",
                said,
                said,
                true);
    }

    @Test
    void textsAreReadAsTheyWereWritten() throws Exception {
        for (var said : List.of(
                "Plain",
                "a,b;c:d\\n\"e\"",
                "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y",
                "Umzug der Übergabestation ".repeat(12).strip(),
                "😀".repeat(60))) {
            var text = FeedText.of(said.lines().findFirst().orElseThrow(), List.of(entry(said)), "https://m.example");
            var calendar = new CalendarBuilder().build(new ByteArrayInputStream(text));
            List<VEvent> events = calendar.getComponents("VEVENT");
            assertThat(events).singleElement().satisfies(it -> {
                assertThat(it.getRequiredProperty("SUMMARY").getValue()).isEqualTo(said);
                assertThat(it.getRequiredProperty("DESCRIPTION").getValue()).isEqualTo(said);
                assertThat(it.getRequiredProperty("URL").getValue()).isEqualTo("https://m.example/changes/CHG0000042");
                assertThat(it.getRequiredProperty("DTSTAMP").getValue()).isEqualTo("20261205T190000Z");
            });
            assertThat(calendar.getRequiredProperty("X-WR-CALNAME").getValue())
                    .isEqualTo(said.lines().findFirst().orElseThrow());
        }
    }

    @Test
    void theSameEntriesAreTheSameBytes() {
        assertThat(FeedText.of("One", List.of(entry("Same")), "https://m.example"))
                .isEqualTo(FeedText.of("One", List.of(entry("Same")), "https://m.example"));
        assertThat(new String(FeedText.of("None", List.of(), "https://m.example"), StandardCharsets.UTF_8))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }
}
