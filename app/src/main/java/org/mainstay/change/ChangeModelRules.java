package org.mainstay.change;

import java.util.function.Function;
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
        var states = draft.get(ChangeModelType.STATES);
        if (states != null) {
            read(draft, ChangeModelType.STATES, ChangeModel::states);
        }
        read(draft, ChangeModelType.DEMANDS, ChangeModel::demands);
        read(draft, ChangeModelType.TASKS, ChangeModel::tasks);
    }

    private static void read(Draft draft, Attribute<String> attribute, Function<@Nullable String, ?> reading) {
        try {
            reading.apply(draft.get(attribute));
        } catch (BadValue e) {
            draft.refuse(new Problem(attribute.code(), e.reason()));
        }
    }
}
