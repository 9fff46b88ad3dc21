package org.mainstay.flow;

import java.util.List;
import java.util.function.Predicate;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;

/// Documents can be read whenever they are saved; whether they can run is asked when they are published.
final class FlowRules {

    private static final int MOST = 20;

    private FlowRules() {}

    /// What is wrong with a document as a problem of a save tells it.
    static Problem problem(Fault fault) {
        return new Problem(
                FlowType.DOCUMENT.code(),
                fault.element().isEmpty()
                        ? fault.reason()
                        : Message.of("flow.document.fault", fault.element(), fault.reason()));
    }

    /// @param connected whether flows can be for records of the type
    record OfFlows(Predicate<String> connected) implements Rule {

        @Override
        public String type() {
            return FlowType.FLOW.code();
        }

        @Override
        public void apply(Draft draft) {
            var subject = draft.get(FlowType.SUBJECT);
            if (draft.created() && subject != null && !connected.test(subject)) {
                draft.refuse(FlowType.SUBJECT, "flow.subject_unknown", subject);
            }
            var text = draft.get(FlowType.DOCUMENT);
            if (text == null && draft.created()) {
                draft.set(FlowType.DOCUMENT, FlowWriter.write(FlowDocument.line(List.of())));
            } else if (text != null
                    && !draft.plan().asItWas()
                    && (draft.created() || draft.changes(FlowType.DOCUMENT))
                    && FlowReader.read(text) instanceof FlowRead.Bad(var faults)) {
                faults.stream().limit(MOST).forEach(it -> draft.refuse(problem(it)));
            }
        }
    }

    /// A version is called by its flow and its revision.
    static final class OfVersions implements Rule {

        @Override
        public String type() {
            return FlowVersionType.FLOW_VERSION.code();
        }

        @Override
        public void apply(Draft draft) {
            var flow = draft.get(FlowVersionType.FLOW);
            var revision = draft.get(FlowVersionType.REVISION);
            var text = draft.get(FlowVersionType.DOCUMENT);
            if (!draft.created() || flow == null || revision == null || text == null) {
                return;
            }
            var name = draft.lookup().get(FlowType.FLOW, flow).map(it -> it.need(FlowType.NAME));
            draft.set(FlowVersionType.NAME, name.orElse("") + " · " + revision);
            switch (FlowReader.read(text)) {
                case FlowRead.Bad(var faults) -> faults.stream().limit(MOST).forEach(it -> draft.refuse(problem(it)));
                case FlowRead.Good(var document) ->
                    FlowCheck.of(document, StepTerms.ANY).stream().limit(MOST).forEach(it -> draft.refuse(problem(it)));
            }
        }
    }
}
