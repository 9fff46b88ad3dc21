package org.mainstay.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Count;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.rest.Asked;
import org.mainstay.web.FormView;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;

/// Puts together what can be asked for when something is done to many records.
final class BulkForms {

    /// Before the names of the inputs of values.
    static final String VALUE = "value.";

    /// Of so many records each is asked what can be done to it.
    private static final int SAMPLE = 50;

    private static final int NAMED = 20;

    private final RecordStore store;
    private final RecordTypes types;
    private final Access access;
    private final Acts acts;
    private final Bulks bulks;
    private final Forms forms;

    BulkForms(RecordStore store, RecordTypes types, Access access, Acts acts, Bulks bulks, Forms forms) {
        this.store = store;
        this.types = types;
        this.access = access;
        this.acts = acts;
        this.bulks = bulks;
        this.forms = forms;
    }

    /// @param given what is wrong besides the filter
    BulkView.Ask view(
            String collection,
            RecordTypes.Collection of,
            BulkPages.Typed typed,
            List<Problem> given,
            Actor actor,
            Frame frame) {
        var type = types.current(of.type());
        var problems = new ArrayList<>(given);
        var some = chosen(of, typed, actor, problems);
        var chosen = some.first();
        var ids = chosen.stream()
                .map(Chosen::id)
                .filter(Objects::nonNull)
                .limit(SAMPLE)
                .toList();
        var sample = store.get(actor, type, ids);
        boolean counted = some.all().value() <= SAMPLE;
        boolean setting = typed.action().isEmpty();
        var attributes = setting ? settable(type, actor) : questions(type, typed.action());
        return new BulkView.Ask(
                collection,
                frame.say(setting ? "transfer.bulk.set" : type.code() + ".action." + typed.action()),
                frame.say(type.code() + ".plural"),
                "/" + collection,
                about(some.all(), type, frame),
                chosen.stream()
                        .limit(NAMED)
                        .map(it -> new BulkView.Named(
                                it.number(), it.id() == null ? "" : BulkViews.href(collection, it.number())))
                        .toList(),
                typed.all() ? List.of() : typed.records(),
                typed.filter(),
                typed.all(),
                typed.action(),
                verbs(type, typed.action(), sample, counted, actor, frame),
                inputs(type, attributes, typed, problems, setting, actor, frame),
                setting ? clearable(type, attributes, typed, frame) : List.of(),
                typed.comment(),
                typed.internal(),
                sample.stream().anyMatch(it -> Histories.works(actor, it)),
                errors(problems, attributes, frame));
    }

    private Bulks.Some chosen(RecordTypes.Collection of, BulkPages.Typed typed, Actor actor, List<Problem> problems) {
        if (!typed.all()) {
            var named = bulks.named(actor, of, typed.records());
            return new Bulks.Some(named, new Count(named.size(), true));
        }
        try {
            return bulks.some(actor, of, typed.filter(), SAMPLE);
        } catch (Asked.BadFilter e) {
            e.errors().forEach(it -> problems.add(new Problem("filter", it.reason())));
            return new Bulks.Some(List.of(), new Count(0, true));
        }
    }

    private static String about(Count many, RecordType<?> type, Frame frame) {
        var called = frame.say(many.value() == 1 ? type.code() : type.code() + ".plural");
        return frame.say(many.exact() ? "transfer.bulk.many" : "transfer.bulk.more_than", many.value(), called);
    }

    /// What may be set on many at once: not what tells them apart, nor what tells of one alone.
    List<Attribute<?>> settable(RecordType<?> type, Actor actor) {
        return type.attributes().stream()
                .filter(it -> Forms.fillable(it, false) && it != type.label() && !it.has(Trait.UNIQUE))
                .filter(it -> !(it.kind() instanceof Kind.Prose))
                .filter(it -> access.writes(type, it, actor, null))
                .<Attribute<?>>map(it -> it)
                .toList();
    }

    List<Attribute<?>> questions(RecordType<?> type, String action) {
        return type.actions().stream()
                .filter(it -> it.name().equals(action))
                .findFirst()
                .<List<Attribute<?>>>map(Action::asks)
                .orElse(List.of());
    }

    private List<BulkView.Verb> verbs(
            RecordType<?> type, String action, List<Snapshot> sample, boolean counted, Actor actor, Frame frame) {
        var verbs = new ArrayList<BulkView.Verb>();
        verbs.add(new BulkView.Verb("", frame.say("transfer.bulk.set"), "", action.isEmpty()));
        var reach = new LinkedHashMap<String, Integer>();
        for (var record : sample) {
            acts.possible(actor, record).stream()
                    .filter(it -> it.decision().yes())
                    .forEach(it -> reach.merge(it.action().name(), 1, Integer::sum));
        }
        type.actions().stream()
                .filter(it ->
                        !counted || reach.containsKey(it.name()) || it.name().equals(action))
                .sorted((one, other) -> Integer.compare(one.rank(), other.rank()))
                .forEach(it -> {
                    int to = reach.getOrDefault(it.name(), 0);
                    boolean some = counted && to < sample.size();
                    verbs.add(new BulkView.Verb(
                            it.name(),
                            frame.say(type.code() + ".action." + it.name()),
                            some ? frame.say("transfer.bulk.reach", to, sample.size()) : "",
                            it.name().equals(action)));
                });
        return verbs;
    }

    private List<FormView.Input> inputs(
            RecordType<?> type,
            List<Attribute<?>> attributes,
            BulkPages.Typed typed,
            List<Problem> problems,
            boolean setting,
            Actor actor,
            Frame frame) {
        var own = problems.stream()
                .filter(it -> it.attribute().contains("/"))
                .map(it -> new Problem(it.attribute().substring(it.attribute().indexOf('/') + 1), it.reason()))
                .toList();
        var filling = Forms.Filling.nothing(typed.typed(), own);
        return forms.inputs(type, attributes, filling, actor.zone(), frame).stream()
                .map(it -> named(it, setting))
                .toList();
    }

    /// Under names that no other field of the page has; what is not chosen stays as it is.
    private static FormView.Input named(FormView.Input input, boolean setting) {
        boolean either = setting && input.kind().equals("yes_no");
        return new FormView.Input(
                VALUE + input.name(),
                input.label(),
                either ? "select" : input.kind(),
                input.value(),
                !setting && input.required(),
                input.wide(),
                input.options(),
                input.suggest(),
                input.hint(),
                input.now(),
                input.error());
    }

    private static List<FormView.Option> clearable(
            RecordType<?> type, List<Attribute<?>> attributes, BulkPages.Typed typed, Frame frame) {
        return attributes.stream()
                .filter(it -> !it.has(Trait.REQUIRED))
                .map(it -> new FormView.Option(
                        it.code(),
                        frame.messages().attribute(type, it, frame.locale()),
                        typed.cleared().contains(it.code())))
                .toList();
    }

    /// What is wrong with none of the inputs.
    private static List<String> errors(List<Problem> problems, List<Attribute<?>> shown, Frame frame) {
        return problems.stream()
                .filter(it ->
                        shown.stream().noneMatch(attribute -> it.attribute().endsWith("/" + attribute.code())))
                .map(it -> frame.messages().say(it.reason(), frame.locale()))
                .toList();
    }
}
