package org.mainstay.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.notification.Notification.Sort;
import org.mainstay.notification.Notifications.Told;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;

/// Puts notifications into words, grouped by the record they are about.
final class NotificationViews {

    private static final int SAID = 160;

    private final RecordStore store;
    private final RecordTypes types;
    private final Map<String, Concern> concerns;
    private final Show show;

    NotificationViews(RecordStore store, RecordTypes types, Collection<Concern> concerns, Show show) {
        this.store = store;
        this.types = types;
        this.concerns = concerns.stream().collect(Collectors.toMap(Concern::type, it -> it));
        this.show = show;
    }

    NotificationView of(
            Actor actor, Notifications.Page page, boolean unread, boolean later, Set<Sort> muted, Frame frame) {
        var reader = new Show.Reader(frame.locale(), actor.zone());
        var labels = store.labelsOf(
                actor, page.items().stream().map(it -> it.notification().by()).collect(Collectors.toSet()));
        var byRecord = new LinkedHashMap<UUID, List<Told>>();
        page.items()
                .forEach(it -> byRecord.computeIfAbsent(it.record().id(), _ -> new ArrayList<>())
                        .add(it));
        var groups = byRecord.values().stream()
                .map(it -> group(it, labels, reader, frame))
                .toList();
        var preferences = Arrays.stream(Sort.values())
                .map(it -> new NotificationView.Preference(
                        Codes.of(it), frame.say("notification.sort." + Codes.of(it)), !muted.contains(it)))
                .toList();
        var address = (unread ? "/notifications?" : "/notifications?show=all&") + "before=" + page.next();
        return new NotificationView(
                unread,
                groups,
                preferences,
                page.items().isEmpty()
                        ? 0
                        : page.items().getFirst().notification().seq(),
                page.next() == 0 ? "" : address,
                later);
    }

    private NotificationView.Group group(List<Told> told, Map<UUID, Label> labels, Show.Reader reader, Frame frame) {
        var record = told.getFirst().record();
        var href = href(record);
        var lines =
                told.stream().map(it -> line(it, href, labels, reader, frame)).toList();
        return new NotificationView.Group(
                record.id().toString(),
                record.number(),
                record.label(),
                href,
                (int) lines.stream().filter(it -> !it.read()).count(),
                lines);
    }

    private NotificationView.Line line(
            Told told, String href, Map<UUID, Label> labels, Show.Reader reader, Frame frame) {
        var it = told.notification();
        var by = labels.get(it.by());
        var who = by == null ? frame.say("web.somebody") : by.label();
        var comment = told.comment();
        return new NotificationView.Line(
                Codes.of(it.sort()),
                text(it, who, frame),
                comment == null ? "" : excerpt(comment.text()),
                it.internal(),
                it.read(),
                href + "#v" + it.version(),
                show.moment(it.at(), reader));
    }

    private String text(Notification it, String who, Frame frame) {
        var key = "notification.told." + Codes.of(it.sort());
        return it.sort() == Sort.REPLIED && it.internal()
                ? frame.say(key + ".note", who)
                : frame.say(key, who, state(it, frame));
    }

    /// What the state is called that the record came into.
    private String state(Notification it, Frame frame) {
        var state = concerns.getOrDefault(it.type(), Concern.NONE).state();
        if (state == null || it.value() == null) {
            return "";
        }
        var label = frame.messages().find(it.type() + "." + state.code() + "." + it.value(), frame.locale());
        return label == null ? it.value() : label;
    }

    private String href(Snapshot record) {
        return "/" + record.type().collection() + "/"
                + URLEncoder.encode(record.number(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String excerpt(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= SAID) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(SAID - 1)) ? SAID - 1 : SAID;
        return line.substring(0, end) + "…";
    }

    /// The record whose page an address is, among those told of.
    @Nullable
    UUID at(String address, List<Told> told) {
        var parts =
                address.replaceFirst("^[a-z]+://[^/]*", "").split("[?#]", 2)[0].split("/", -1);
        if (parts.length != 3) {
            return null;
        }
        var type = types.byCollection(parts[1]).map(it -> it.type().code()).orElse("");
        return told.stream()
                .map(Told::record)
                .filter(it -> it.type().code().equals(type) && href(it).endsWith("/" + parts[2]))
                .map(Snapshot::id)
                .findFirst()
                .orElse(null);
    }
}
