package org.mainstay.flow;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.flow.FlowDocument.Step;

/// One change of a flow that is a line, as a page asks for it. Steps are named by their ids, so that what somebody else
/// moved meanwhile is not taken for another.
final class LineEdit {

    private final List<Step> steps;

    LineEdit(List<Step> steps) {
        this.steps = new ArrayList<>(steps);
    }

    /// As a document is saved.
    String text() {
        return FlowWriter.write(FlowDocument.line(steps));
    }

    /// An id that no step has.
    String fresh() {
        int at = steps.size() + 1;
        while (index("step_" + at) >= 0) {
            at++;
        }
        return "step_" + at;
    }

    /// @return whether there is such a step
    boolean put(Step step) {
        int at = index(step.id());
        if (at >= 0) {
            steps.set(at, step);
        }
        return at >= 0;
    }

    /// @param before id of the step that follows; of none where it is the last
    void insert(Step step, String before) {
        int at = index(before);
        steps.add(at < 0 ? steps.size() : at, step);
    }

    boolean remove(String id) {
        return steps.removeIf(it -> it.id().equals(id));
    }

    boolean move(String id, int by) {
        int at = index(id);
        int to = at + by;
        if (at < 0 || to < 0 || to >= steps.size()) {
            return false;
        }
        steps.add(to, steps.remove(at));
        return true;
    }

    private int index(String id) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
