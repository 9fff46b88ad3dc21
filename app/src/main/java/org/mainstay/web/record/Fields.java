package org.mainstay.web.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.conversation.Markdown;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Label;
import org.mainstay.web.Forms;
import org.mainstay.web.RecordView;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.mainstay.web.ValueNotes;
import org.mainstay.web.layout.Layouts;

/// The attributes of a record as its page shows them, and which of them the reader may change there.
final class Fields {

    private final Access access;
    private final Layouts layouts;
    private final Show show;
    private final List<ValueNotes> notes;

    Fields(Access access, Layouts layouts, Show show, List<ValueNotes> notes) {
        this.access = access;
        this.layouts = layouts;
        this.show = show;
        this.notes = List.copyOf(notes);
    }

    /// @param labels of what the record refers to
    /// @param whys the reasons of computed values, by code
    /// @param possible the record's actions
    /// @param past whether the record is shown as it was, and nothing of it can be changed
    record Asked(
            Actor actor,
            Snapshot record,
            Map<UUID, Label> labels,
            Map<String, String> whys,
            List<Acts.Possible> possible,
            Show.Reader reader,
            boolean past) {

        Asked(
                Actor actor,
                Snapshot record,
                Map<UUID, Label> labels,
                Map<String, String> whys,
                List<Acts.Possible> possible,
                Show.Reader reader) {
            this(actor, record, labels, whys, possible, reader, false);
        }

        static Asked past(Actor actor, Snapshot record, Map<UUID, Label> labels, Show.Reader reader) {
            return new Asked(actor, record, labels, Map.of(), List.of(), reader, true);
        }

        RecordType<?> type() {
            return record.type();
        }
    }

    List<Shown> state(Asked asked) {
        var state = new ArrayList<Shown>();
        for (String code : List.of("state", "status", "priority")) {
            asked.type()
                    .attribute(code)
                    .filter(it -> asked.record.get(it) != null)
                    .ifPresent(it -> state.add(show.value(asked.record, it, asked.labels, asked.reader)));
        }
        return state;
    }

    List<RecordView.Field> people(Asked asked) {
        return asked.type().people().stream()
                .filter(it -> asked.record.get(it) != null)
                .filter(it -> access.reads(asked.type(), it, asked.actor, asked.record))
                .map(it -> field(asked, it, ""))
                .toList();
    }

    List<RecordView.Field> prose(Asked asked, Markdown.Resolver resolver) {
        return prose(asked.record).stream()
                .map(it -> new RecordView.Field(
                        it.code(),
                        show.label(asked.type(), it, asked.reader),
                        new Shown.Html(Markdown.html(String.valueOf(asked.record.get(it)), resolver)),
                        "",
                        "",
                        opens(asked, it)))
                .toList();
    }

    /// The long texts that the record has, which stand in the middle of the page.
    static List<Attribute<?>> prose(Snapshot record) {
        return record.type().attributes().stream()
                .filter(it -> it.kind() instanceof Kind.Prose && record.get(it) != null)
                .filter(it -> !record.type().apart().contains(it))
                .toList();
    }

    List<RecordView.Section> sections(Asked asked) {
        var elsewhere = new HashSet<Attribute<?>>(prose(asked.record));
        elsewhere.addAll(List.of(asked.type().label(), Header.NUMBER, Header.VERSION));
        elsewhere.addAll(asked.type().apart());
        var readable = new HashSet<>(access.readable(asked.record, asked.actor));
        var sections = new ArrayList<RecordView.Section>();
        var notes = notes(asked);
        for (var section : layouts.sections(asked.actor, asked.type())) {
            var fields = section.attributes().stream()
                    .filter(it -> readable.contains(it) && !elsewhere.contains(it))
                    .map(it -> field(asked, it, notes.getOrDefault(it.code(), "")))
                    .filter(it -> it.opens().equals("input") || shown(asked, it))
                    .toList();
            if (!fields.isEmpty()) {
                sections.add(new RecordView.Section(show.title(asked.type(), section, asked.reader), fields));
            }
        }
        return sections;
    }

    private static boolean shown(Asked asked, RecordView.Field field) {
        return !(field.value() instanceof Shown.Nothing)
                || asked.type().columns().stream().anyMatch(it -> it.code().equals(field.code()));
    }

    private Map<String, String> notes(Asked asked) {
        return asked.past
                ? Map.of()
                : notes.stream()
                        .filter(it -> it.type().equals(asked.type().code()))
                        .findFirst()
                        .map(it -> it.of(asked.actor, asked.record, asked.reader))
                        .orElse(Map.of());
    }

    RecordView.Field field(Asked asked, Attribute<?> attribute) {
        return field(asked, attribute, notes(asked).getOrDefault(attribute.code(), ""));
    }

    private RecordView.Field field(Asked asked, Attribute<?> attribute, String note) {
        return new RecordView.Field(
                attribute.code(),
                show.label(asked.type(), attribute, asked.reader),
                show.value(asked.record, attribute, asked.labels, asked.reader),
                asked.whys.getOrDefault(attribute.code(), ""),
                note,
                opens(asked, attribute));
    }

    private String opens(Asked asked, Attribute<?> attribute) {
        if (!asked.past && edits(asked.actor, asked.record, attribute)) {
            return "input";
        }
        return changing(asked, attribute).isEmpty() ? "" : "actions";
    }

    /// Whether the actor may give the attribute another value.
    boolean edits(Actor actor, Snapshot record, Attribute<?> attribute) {
        return Forms.fillable(attribute, false)
                && access.edit(record, actor).yes()
                && access.writes(record.type(), attribute, actor, record);
    }

    /// What can be done now that changes an attribute which nothing else changes.
    static List<Acts.Possible> changing(Asked asked, Attribute<?> attribute) {
        return !attribute.has(Trait.READ_ONLY)
                ? List.of()
                : asked.possible.stream()
                        .filter(it -> it.decision().yes() && changes(it.action(), attribute))
                        .toList();
    }

    private static boolean changes(Action<?> action, Attribute<?> attribute) {
        return action.changes().contains(attribute.code())
                || action.asks().stream().anyMatch(it -> it.code().equals(attribute.code()));
    }
}
