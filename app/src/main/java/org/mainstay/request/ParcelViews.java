package org.mainstay.request;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.ApprovalType;
import org.mainstay.approval.Approvals;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Timeline;
import org.mainstay.conversation.Timelines;
import org.mainstay.flow.RunViews;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.Request.State;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;

/// Shows what was ordered as parcels on their way: stages with their dates, who has it, and what comes next. Of tasks
/// nothing is told but what they are and whose.
final class ParcelViews {

    /// Of the pages, to be followed by a number.
    static final String PATH = "/catalog/requests/";

    private static final int WORDS = 100;

    /// More items are told by who gets them, each with its state alone.
    private static final int PARCELS = 6;

    private final RecordStore store;
    private final Course course;
    private final Acts acts;
    private final Timelines timelines;
    private final Troubles troubles;
    private final Mentions mentions;
    private final Approvals approvals;
    private final AnswerViews answers;
    private final RunViews runs;
    private final Show show;
    private final Clock clock;

    ParcelViews(
            RecordStore store,
            Course course,
            Acts acts,
            Timelines timelines,
            Troubles troubles,
            Mentions mentions,
            Approvals approvals,
            AnswerViews answers,
            RunViews runs,
            Show show,
            Clock clock) {
        this.store = store;
        this.course = course;
        this.acts = acts;
        this.timelines = timelines;
        this.troubles = troubles;
        this.mentions = mentions;
        this.approvals = approvals;
        this.answers = answers;
        this.runs = runs;
        this.show = show;
        this.clock = clock;
    }

    static String href(Snapshot record) {
        return PATH + record.number();
    }

    ParcelView.Card card(Snapshot item, Actor actor, Frame frame) {
        var state = item.need(RequestItemType.STATE);
        return new ParcelView.Card(
                href(item),
                title(item),
                item.number(),
                Codes.of(state),
                frame.say("request.state." + Codes.of(state)),
                when(item, actor, frame));
    }

    private static String title(Snapshot item) {
        long quantity = item.need(RequestItemType.QUANTITY);
        return quantity == 1 ? item.label() : quantity + " × " + item.label();
    }

    /// When it comes, came or ended.
    private String when(Snapshot item, Actor actor, Frame frame) {
        var state = item.need(RequestItemType.STATE);
        if (state == State.CANCELLED) {
            return frame.say("request.parcel.cancelled_at", day(item.get(RequestItemType.CLOSED_AT), actor, frame));
        }
        var fulfilled = item.get(RequestItemType.FULFILLED_AT);
        if (fulfilled != null) {
            return frame.say("request.parcel.delivered_at", day(fulfilled, actor, frame));
        }
        var expected = item.get(RequestItemType.EXPECTED_AT);
        if (expected == null) {
            return frame.say("request.parcel.ordered_at", day(item.get(RequestItemType.ORDERED_AT), actor, frame));
        }
        boolean late = expected.isBefore(clock.instant());
        return frame.say(late ? "request.parcel.late" : "request.parcel.expected_at", day(expected, actor, frame));
    }

    private static String day(@Nullable Instant moment, Actor actor, Frame frame) {
        if (moment == null) {
            return "";
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(frame.locale())
                .withZone(actor.zone())
                .format(moment);
    }

    ParcelView.Parcel parcel(Snapshot item, Actor actor, Frame frame) {
        var state = item.need(RequestItemType.STATE);
        var possible = possible(actor, item);
        return new ParcelView.Parcel(
                href(item),
                item.number(),
                title(item),
                Codes.of(state),
                frame.say("request.state." + Codes.of(state)),
                facts(item, actor, frame),
                answers.ordered(item, actor, frame),
                when(item, actor, frame),
                stages(item, actor, frame),
                runs.of(actor, item, false, frame),
                possible.contains("close"),
                possible.contains("reopen"),
                possible.contains("cancel"),
                possible.contains("cancel") ? "" : kept(item, frame),
                state == State.CANCELLED && undoing(item),
                rating(item, possible.contains("rate")),
                Troubles.report(item),
                troubles.of(item, actor, frame));
    }

    private static String kept(Snapshot item, Frame frame) {
        var step = item.get(RequestItemType.NO_RETURN);
        return step == null || !item.need(RequestItemType.STATE).open()
                ? ""
                : frame.say("request.permits.past_return", step);
    }

    private boolean undoing(Snapshot item) {
        return course.tasks(item.id()).stream()
                .anyMatch(it -> it.get(TaskType.UNDOES) != null
                        && !it.need(TaskType.STATE).ended());
    }

    private static ParcelView.Rating rating(Snapshot item, boolean possible) {
        var stars = item.get(RequestItemType.RATING);
        var text = item.get(RequestItemType.RATING_TEXT);
        return new ParcelView.Rating(stars == null ? 0 : stars, text == null ? "" : text, possible);
    }

    private Set<String> possible(Actor actor, Snapshot record) {
        return acts.possible(actor, record).stream()
                .filter(it -> it.decision().yes())
                .map(it -> it.action().name())
                .collect(Collectors.toSet());
    }

    private List<String> facts(Snapshot item, Actor actor, Frame frame) {
        var facts = new ArrayList<String>();
        var beneficiary = item.need(RequestItemType.BENEFICIARY);
        if (!beneficiary.equals(actor.id())) {
            facts.add(frame.say("request.parcel.for", name(beneficiary, actor)));
        }
        var requester = item.need(RequestItemType.REQUESTER);
        if (!requester.equals(actor.id())) {
            facts.add(frame.say("request.parcel.by", name(requester, actor)));
        }
        var price = Amounts.of(Cost.ordered(item), item.need(RequestItemType.QUANTITY), frame);
        if (!price.isEmpty()) {
            facts.add(price);
        }
        return facts;
    }

    private String name(UUID record, Actor actor) {
        var label = store.labelsOf(actor, List.of(record)).get(record);
        return label == null ? "–" : label.label();
    }

    private List<ParcelView.Stage> stages(Snapshot item, Actor actor, Frame frame) {
        var state = item.need(RequestItemType.STATE);
        var stages = new ArrayList<ParcelView.Stage>();
        stages.add(stage("ordered", "done", day(item.get(RequestItemType.ORDERED_AT), actor, frame), List.of(), frame));
        if (state == State.CANCELLED) {
            stages.add(stage(
                    "cancelled", "now", day(item.get(RequestItemType.CLOSED_AT), actor, frame), List.of(), frame));
            return stages;
        }
        if (state == State.WAITING_FOR_APPROVAL) {
            stages.add(new ParcelView.Stage(
                    frame.say("request.stage.approval"),
                    "now",
                    frame.say("request.standing.now"),
                    "",
                    deciding(item, actor),
                    List.of()));
        }
        boolean arrived = state == State.FULFILLED || state == State.CLOSED;
        var before = state == State.REQUESTED ? item.get(RequestItemType.DEPENDS_ON) : null;
        if (before != null) {
            var title = frame.say("request.stage.waits", name(before, actor));
            stages.add(new ParcelView.Stage(title, "now", frame.say("request.standing.now"), "", "", List.of()));
        }
        boolean now = state == State.IN_FULFILMENT || state == State.REQUESTED && before == null;
        var work = now ? "now" : arrived ? "done" : "next";
        stages.add(stage("work", work, "", tasks(item, actor, frame), frame));
        var fulfilled = item.get(RequestItemType.FULFILLED_AT);
        stages.add(stage("delivered", arrived ? "done" : "next", day(fulfilled, actor, frame), List.of(), frame));
        stages.add(stage(
                "closed",
                state == State.CLOSED ? "done" : state == State.FULFILLED ? "now" : "next",
                day(item.get(RequestItemType.CLOSED_AT), actor, frame),
                List.of(),
                frame));
        return stages;
    }

    /// Who may decide now, as far as the reader may know them by name.
    private String deciding(Snapshot item, Actor actor) {
        var people = approvals
                .latest(item)
                .map(it -> it.get(ApprovalType.WAITING_FOR))
                .orElse(Set.of());
        return store.labelsOf(actor, people).values().stream()
                .map(Label::label)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static ParcelView.Stage stage(
            String name, String standing, String when, List<ParcelView.Stage> below, Frame frame) {
        return new ParcelView.Stage(
                frame.say("request.stage." + name),
                standing,
                frame.say("request.standing." + standing),
                when,
                "",
                below);
    }

    /// A flow tells its tasks itself.
    private List<ParcelView.Stage> tasks(Snapshot item, Actor actor, Frame frame) {
        if (item.get(RequestItemType.FLOW_VERSION) != null) {
            return List.of();
        }
        var tasks = course.tasks(item.id()).stream()
                .filter(it -> it.need(TaskType.STATE) != Task.State.CANCELLED)
                .sorted(Comparator.comparing((Snapshot it) -> it.need(TaskType.POSITION))
                        .thenComparing(Snapshot::number))
                .toList();
        var labels = groups(tasks, actor);
        return tasks.stream().map(it -> task(it, labels, actor, frame)).toList();
    }

    private Map<UUID, Label> groups(Collection<Snapshot> tasks, Actor actor) {
        var ids = new HashSet<UUID>();
        tasks.forEach(it -> {
            var group = it.get(TaskType.GROUP);
            if (group != null) {
                ids.add(group);
            }
        });
        return store.labelsOf(actor, ids);
    }

    private static ParcelView.Stage task(Snapshot task, Map<UUID, Label> groups, Actor actor, Frame frame) {
        var state = task.need(TaskType.STATE);
        var group = task.get(TaskType.GROUP) instanceof UUID id ? groups.get(id) : null;
        var standing = state.ended() ? "done" : state.ready() ? "now" : "next";
        return new ParcelView.Stage(
                task.label(),
                standing,
                frame.say("request.standing." + standing),
                day(task.get(TaskType.ENDED_AT), actor, frame),
                state.ready() && group != null ? frame.say("request.parcel.with", group.label()) : "",
                List.of());
    }

    ParcelView.Whole request(Snapshot request, List<String> errors, String typed, Actor actor, Frame frame) {
        var items = course.items(request.id()).stream()
                .sorted(Comparator.comparing(Snapshot::number))
                .toList();
        var possible = possible(actor, request);
        var facts = new ArrayList<String>();
        facts.add(frame.say("request.parcel.ordered_at", day(request.get(RequestType.ORDERED_AT), actor, frame)));
        var sums = Amounts.of(
                request.get(RequestType.TOTAL_PRICE),
                request.get(RequestType.MONTHLY_PRICE),
                request.get(RequestType.YEARLY_PRICE),
                frame);
        if (!sums.isEmpty()) {
            facts.add(frame.say("request.parcel.in_all", String.join(" + ", sums)));
        }
        boolean several = items.size() > 1;
        boolean many = items.size() > PARCELS;
        return new ParcelView.Whole(
                href(request),
                request.label(),
                request.number(),
                facts,
                "",
                many
                        ? List.of()
                        : items.stream().map(it -> parcel(it, actor, frame)).toList(),
                many ? groups(items, actor, frame) : List.of(),
                words(request, actor, frame),
                several && possible.contains("close"),
                several && possible.contains("cancel"),
                request.need(RequestType.REQUESTER).equals(actor.id()),
                errors,
                typed);
    }

    private List<ParcelView.Group> groups(List<Snapshot> items, Actor actor, Frame frame) {
        var cards = new LinkedHashMap<UUID, List<ParcelView.Card>>();
        items.forEach(it -> cards.computeIfAbsent(it.need(RequestItemType.BENEFICIARY), _ -> new ArrayList<>())
                .add(card(it, actor, frame)));
        var labels = store.labelsOf(actor, cards.keySet());
        return cards.entrySet().stream()
                .map(it -> new ParcelView.Group(
                        labels.get(it.getKey()) instanceof Label label ? label.label() : "–", it.getValue()))
                .toList();
    }

    /// One item by itself, as somebody sees it who gets it.
    ///
    /// @param request of which it is one, where the actor sees that
    ParcelView.Whole item(
            Snapshot item, @Nullable Snapshot request, List<String> errors, String typed, Actor actor, Frame frame) {
        return new ParcelView.Whole(
                href(item),
                item.label(),
                item.number(),
                List.of(),
                request == null ? "" : href(request),
                List.of(parcel(item, actor, frame)),
                List.of(),
                words(item, actor, frame),
                false,
                false,
                item.need(RequestItemType.REQUESTER).equals(actor.id()),
                errors,
                typed);
    }

    /// What was said, the oldest first.
    private List<ParcelView.Word> words(Snapshot record, Actor actor, Frame frame) {
        var timeline = timelines.followed(actor, record, WORDS, null);
        var texts = new ArrayList<String>();
        timeline.items().forEach(it -> {
            if (it.what() instanceof Timeline.What.Said(var comment) && !comment.internal()) {
                texts.add(comment.text());
            }
        });
        var resolver = mentions.in(texts, actor);
        var reader = Show.Reader.of(frame, actor);
        var words = new ArrayList<ParcelView.Word>();
        for (var item : timeline.items().reversed()) {
            if (item.what() instanceof Timeline.What.Said(var comment) && !comment.internal()) {
                var by = timeline.labels().get(item.by());
                words.add(new ParcelView.Word(
                        item.by().equals(actor.id())
                                ? frame.say("request.you")
                                : by == null ? frame.say("request.somebody") : by.label(),
                        show.moment(item.at(), reader),
                        Markdown.html(comment.text(), resolver),
                        item.by().equals(actor.id())));
            }
        }
        return words;
    }
}
