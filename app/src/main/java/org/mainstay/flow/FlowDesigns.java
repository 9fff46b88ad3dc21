package org.mainstay.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.flow.FlowDesignView.Editor;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.FormView;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.Show;

/// Makes the pages on which a flow is designed.
final class FlowDesigns {

    static final String NEW = "new";

    private static final int WORDS = 120;
    private static final int VERSIONS = 50;

    private final RecordStore store;
    private final FlowTerms terms;
    private final FlowFields fields;
    private final Show show;

    FlowDesigns(RecordStore store, FlowTerms terms, FlowFields fields, Show show) {
        this.store = store;
        this.terms = terms;
        this.fields = fields;
        this.show = show;
    }

    static String href(Snapshot flow) {
        return Hrefs.record("flows", flow.number()) + "/designer";
    }

    static String diagram(Snapshot flow) {
        return Hrefs.record("flows", flow.number()) + "/diagram";
    }

    /// What can be read of the document; nothing where it cannot be.
    static FlowDocument document(Snapshot flow) {
        return FlowReader.read(flow.need(FlowType.DOCUMENT)) instanceof FlowRead.Good(var document)
                ? document
                : new FlowDocument(List.of(), List.of(), Map.of());
    }

    /// @param errors beside those of the document
    /// @param drawn whether what is wrong with elements is told at these
    FlowDesignView of(
            Snapshot flow, @Nullable Editor editor, List<String> errors, boolean drawn, Actor actor, Frame frame) {
        var document = document(flow);
        var faults = terms.faults(flow);
        var line = document.line();
        var all = new ArrayList<>(errors);
        var steps = line.orElseGet(document::steps);
        faults.stream()
                .filter(it -> !drawn || it.element().isEmpty())
                .filter(it -> steps.stream().noneMatch(step -> step.id().equals(it.element())))
                .forEach(it -> all.add(frame.messages().say(it.reason(), frame.locale())));
        var revision = flow.get(FlowType.REVISION);
        return new FlowDesignView(
                flow.number(),
                flow.label(),
                href(flow),
                diagram(flow),
                String.valueOf(flow.version()),
                revision == null ? frame.say("flow.design.never") : frame.say("flow.design.published", revision),
                Hrefs.record("flows", flow.number()) + "/actions/publish",
                line.isPresent(),
                all,
                steps.stream().map(it -> line(it, faults, frame)).toList(),
                kinds(frame),
                editor,
                versions(flow, actor, frame),
                terms.subject(flow.need(FlowType.SUBJECT)).collection());
    }

    private static FlowDesignView.Line line(Step step, List<Fault> faults, Frame frame) {
        var says = new ArrayList<String>();
        for (var field : step.kind().fields()) {
            var value = step.field(field);
            if (value != null && !field.name().endsWith("_de")) {
                says.add(frame.say("flow.field." + field.name()) + ": " + brief(field, value, frame));
            }
        }
        return new FlowDesignView.Line(
                step.id(),
                step.name(Messages.language(frame.locale()).equals(Locale.GERMAN)),
                step.kind().code(),
                frame.say("flow.kind." + step.kind().code()),
                says,
                faults.stream()
                        .filter(it -> it.element().equals(step.id()))
                        .map(it -> frame.messages().say(it.reason(), frame.locale()))
                        .toList());
    }

    private static String brief(StepKind.Field field, String value, Frame frame) {
        if (List.of(StepKind.Field.INTERNAL, StepKind.Field.NO_RETURN).contains(field)) {
            return frame.say("web.yes");
        }
        return value.length() <= WORDS ? value : value.substring(0, WORDS) + " …";
    }

    private static List<FormView.Option> kinds(Frame frame) {
        return Arrays.stream(StepKind.values())
                .map(it -> new FormView.Option(it.code(), frame.say("flow.kind." + it.code()), it == StepKind.TASK))
                .toList();
    }

    private List<FlowDesignView.Version> versions(Snapshot flow, Actor actor, Frame frame) {
        var reader = Show.Reader.of(frame, actor);
        var query = Query.of(Filter.is(FlowVersionType.FLOW, flow.id()))
                .sorted(Order.by(Order.descending(Header.CREATED_AT)))
                .limit(VERSIONS);
        return store.list(actor, FlowVersionType.FLOW_VERSION, query).items().stream()
                .map(it -> new FlowDesignView.Version(
                        Hrefs.record(FlowVersionType.FLOW_VERSION.collection(), it),
                        it.label(),
                        it.get(FlowVersionType.NOTE) == null ? "" : it.need(FlowVersionType.NOTE),
                        show.moment(it.need(Header.CREATED_AT), reader),
                        it.id().equals(flow.get(FlowType.PUBLISHED))))
                .toList();
    }

    /// @param values by field
    Editor editor(String spot, String before, StepKind kind, Map<String, String> values, Snapshot flow, Frame frame) {
        var called = frame.say("flow.kind." + kind.code());
        return new Editor(
                spot,
                before,
                kind.code(),
                spot.equals(NEW) ? frame.say("flow.design.new", called) : called,
                frame.say("flow.kind." + kind.code() + ".hint"),
                fields.inputs(kind, values, flow.need(FlowType.SUBJECT), frame));
    }
}
