package org.mainstay.change.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// Entries as a calendar of RFC 5545. The same entries are the same bytes.
final class FeedText {

    private FeedText() {}

    /// @param name what calendar programs call it
    /// @param address of this installation, without a slash at its end
    static byte[] of(String name, List<FeedEntry> entries, String address) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Mainstay//Changes//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        entries.forEach(it -> calendar.add(event(it, address)));
        var bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static VEvent event(FeedEntry entry, String address) {
        var updated = entry.updated().truncatedTo(ChronoUnit.SECONDS);
        var event = new VEvent(false);
        event.add(new Uid(entry.uid() + "@mainstay"));
        event.add(new DtStamp(updated));
        event.add(new LastModified(updated));
        event.add(new Sequence(Math.toIntExact(Math.min(entry.version(), Integer.MAX_VALUE))));
        event.add(new DtStart<>(entry.window().from()));
        event.add(new DtEnd<>(entry.window().to()));
        event.add(new Summary(entry.summary()));
        event.add(new Status(entry.standing().name()));
        event.add(new Description(entry.description()));
        event.add(new Categories(new TextList(List.of(entry.category()))));
        event.add(new Url(URI.create(address + entry.href())));
        event.add(new Transp(entry.busy() ? Transp.VALUE_OPAQUE : Transp.VALUE_TRANSPARENT));
        return event;
    }
}
