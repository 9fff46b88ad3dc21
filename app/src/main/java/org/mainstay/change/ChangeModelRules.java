package org.mainstay.change;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;

/// What a model says can be followed.
final class ChangeModelRules implements Rule {

    @Override
    public String type() {
        return "change_model";
    }

    @Override
    public void apply(Draft draft) {
        read(draft, ChangeModelType.STATES, it -> ChangeModel.states(it == null ? "" : it));
        read(draft, ChangeModelType.DEMANDS, ChangeModel::demands);
        read(draft, ChangeModelType.TASKS, ChangeModel::tasks);
    }

    private static void read(Draft draft, Attribute<String> attribute, Consumer<@Nullable String> reading) {
        try {
            reading.accept(draft.get(attribute));
        } catch (BadValue e) {
            draft.refuse(new Problem(attribute.code(), e.reason()));
        }
    }
}
