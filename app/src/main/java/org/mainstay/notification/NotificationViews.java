package org.mainstay.notification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.notification.Notification.Sort;
import org.mainstay.notification.Notifications.Told;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;

/// Puts notifications into words, grouped by the record they are about.
final class NotificationViews {

    private static final int SAID = 160;

    private final RecordStore store;
    private final Concerns concerns;
    private final Addresses addresses;
    private final Onlooking onlooking;
    private final Show show;

    NotificationViews(RecordStore store, Concerns concerns, Addresses addresses, Onlooking onlooking, Show show) {
        this.store = store;
        this.concerns = concerns;
        this.addresses = addresses;
        this.onlooking = onlooking;
        this.show = show;
    }

    /// @param later whether it is not the first page
    /// @param newest that there is, be it on the page or not
    NotificationView of(
            Actor actor,
            Notifications.Page page,
            boolean unread,
            boolean later,
            long newest,
            Set<Sort> muted,
            Frame frame) {
        var reader = new Show.Reader(frame.locale(), actor.zone());
        var labels = store.labelsOf(
                actor, page.items().stream().map(it -> it.notification().by()).collect(Collectors.toSet()));
        var byRecord = new LinkedHashMap<UUID, List<Told>>();
        page.items()
                .forEach(it -> byRecord.computeIfAbsent(it.record().id(), _ -> new ArrayList<>())
                        .add(it));
        var groups = byRecord.values().stream()
                .map(it -> group(it, href(it, actor), labels, reader, frame))
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
                later && !page.items().isEmpty()
                        ? page.items().getFirst().notification().seq()
                        : newest,
                page.next() == 0 ? "" : address,
                later);
    }

    /// Where they see all of the record, or what they are told of it.
    private String href(List<Told> told, Actor actor) {
        return told.stream()
                .filter(it -> it.notification().sort() != Sort.ENDED)
                .findFirst()
                .map(it -> addresses.of(it.record(), actor))
                .orElseGet(() -> onlooking.href(told.getFirst().record()));
    }

    private NotificationView.Group group(
            List<Told> told, String href, Map<UUID, Label> labels, Show.Reader reader, Frame frame) {
        var record = told.getFirst().record();
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
        var state = concerns.of(it.type()).state();
        if (state == null || it.value() == null) {
            return "";
        }
        var label = frame.messages().find(it.type() + "." + state.code() + "." + it.value(), frame.locale());
        return label == null ? it.value() : label;
    }

    static String excerpt(String text) {
        return Texts.clip(text.replaceAll("\\s+", " ").strip(), SAID);
    }
}
