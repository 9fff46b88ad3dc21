package org.mainstay.flow;

import java.util.List;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.kernel.record.Message;

/// What steps and conditions of a flow may name, for records of one type.
interface StepTerms {

    /// What is wrong with what a step names; empty when nothing.
    List<Message> check(Step step);

    /// What is wrong with a condition on the record; empty when nothing.
    List<Message> condition(String text);

    /// Takes everything: what the names mean is told elsewhere.
    StepTerms ANY = new StepTerms() {
        @Override
        public List<Message> check(Step step) {
            return List.of();
        }

        @Override
        public List<Message> condition(String text) {
            return List.of();
        }
    };
}
