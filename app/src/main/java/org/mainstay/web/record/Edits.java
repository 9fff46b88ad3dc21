package org.mainstay.web.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Section;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.FormView;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;
import org.mainstay.web.layout.Layouts;

/// What people may fill in of a record, and saves what they typed upon the version that they saw.
public final class Edits {

    private final RecordStore store;
    private final Acts acts;
    private final Access access;
    private final Layouts layouts;
    private final Forms forms;
    private final Show show;

    Edits(RecordStore store, Acts acts, Access access, Layouts layouts, Forms forms, Show show) {
        this.store = store;
        this.acts = acts;
        this.access = access;
        this.layouts = layouts;
        this.forms = forms;
        this.show = show;
    }

    /// @param filling how the form looks where it was not saved: what was typed, and what others changed meanwhile
    public record Edited(Outcome outcome, Forms.Filling filling) {}

    /// @param given the inputs as they were sent
    /// @param version of the record that the form was filled from
    public Edited save(Actor actor, Snapshot record, Map<String, String> given, long version) {
        return save(actor, record, given, version, false);
    }

    /// @param dryRun whether only what would happen is told
    public Edited save(Actor actor, Snapshot record, Map<String, String> given, long version, boolean dryRun) {
        var labels = store.labels(actor, List.of(record));
        var seen = acts.seen(record, version);
        var typed = seen == null ? given : touched(actor, record, seen, given);
        var input = forms.read(record.type().attributes(), typed);
        var outcome = acts.merge(actor, record.type(), record.id(), Input.texts(input), version, dryRun);
        var problems = outcome instanceof Outcome.Refused(var refused) ? refused : List.<Problem>of();
        var filling = new Forms.Filling(record, labels, typed, changed(record, seen, typed.keySet()), problems);
        return new Edited(outcome, filling);
    }

    /// What the person typed: the inputs that no longer say what they said when the form was opened. What
    /// somebody else changed in the others meanwhile stays.
    private Map<String, String> touched(Actor actor, Snapshot record, Snapshot seen, Map<String, String> given) {
        var labels = new HashMap<>(store.labels(actor, List.of(seen)));
        var touched = new HashMap<String, String>();
        given.forEach((code, text) -> {
            var attribute = record.type().attribute(code).orElse(null);
            if (attribute == null || !text.equals(forms.text(attribute, seen, labels, actor.zone()))) {
                touched.put(code, text);
            }
        });
        return touched;
    }

    /// Which of the typed attributes somebody else changed since the form was opened.
    private static Set<String> changed(Snapshot record, @Nullable Snapshot seen, Set<String> typed) {
        return seen == null || seen.version() == record.version()
                ? Set.of()
                : typed.stream()
                        .filter(it -> !Objects.equals(
                                record.values().get(it), seen.values().get(it)))
                        .collect(Collectors.toSet());
    }

    /// The inputs of a whole form: what the record is called and tells comes first, then section by section.
    public List<FormView.Input> inputs(RecordType<?> type, Actor actor, Forms.Filling filling, Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        var first = new ArrayList<Attribute<?>>();
        var inputs = new ArrayList<FormView.Input>();
        var fillable = fillable(type, actor, filling.record()).stream()
                .filter(it -> filling.record() != null || it.applies(filling::typed))
                .toList();
        for (var section : sections(type, actor, filling, fillable)) {
            var attributes = section.attributes().stream()
                    .filter(fillable::contains)
                    .filter(it -> !leading(type, it) || !first.add(it))
                    .toList();
            var title = show.title(type, section, reader);
            forms.inputs(type, attributes, filling, actor.zone(), frame).forEach(it -> inputs.add(it.in(title)));
        }
        first.sort(Comparator.comparing(fillable::indexOf));
        inputs.addAll(0, forms.inputs(type, first, filling, actor.zone(), frame));
        return inputs;
    }

    /// Those of the layout; and what it leaves out but has to be seen: what one has to say or has said already.
    private List<Section> sections(
            RecordType<?> type, Actor actor, Forms.Filling filling, List<Attribute<?>> fillable) {
        var sections = new ArrayList<>(layouts.sections(actor, type));
        var named = sections.stream().flatMap(it -> it.attributes().stream()).collect(Collectors.toSet());
        var presets = Forms.presets(fillable);
        var rest = fillable.stream()
                .filter(it -> !named.contains(it))
                .filter(it -> leading(type, it)
                        || it.needed()
                        || filling.refuses(it)
                        || !filling.typed(it).equals(presets.getOrDefault(it.code(), "")))
                .toList();
        if (!rest.isEmpty()) {
            sections.add(new Section(Section.REST, List.copyOf(rest)));
        }
        return sections;
    }

    private static boolean leading(RecordType<?> type, Attribute<?> attribute) {
        return attribute == type.label() || attribute == Header.NUMBER || attribute.kind() instanceof Kind.Prose;
    }

    /// @param subject null when the record is being created
    public List<Attribute<?>> fillable(RecordType<?> type, Actor actor, @Nullable Snapshot subject) {
        return type.attributes().stream()
                .filter(it -> Forms.fillable(it, subject == null) || (subject == null && ownCode(type, it)))
                .filter(it -> ownCode(type, it) || access.writes(type, it, actor, subject))
                .filter(it -> subject == null || it.applies(subject::get))
                .<Attribute<?>>map(it -> it)
                .toList();
    }

    private static boolean ownCode(RecordType<?> type, Attribute<?> attribute) {
        return type.prefix() == null && !type.coded() && attribute == Header.NUMBER;
    }
}
