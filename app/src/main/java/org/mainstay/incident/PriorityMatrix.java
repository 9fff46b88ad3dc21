package org.mainstay.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.Incident.Level;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;

/// Impact × urgency → priority, as administrators have it now.
public final class PriorityMatrix {

    private final LiveView<Map<Key, Cell>> cells;

    private record Key(Level impact, Level urgency) {}

    /// @param rule the record that says so; null where administrators have deleted it and the shipped
    ///     value holds
    public record Cell(
            Level impact,
            Level urgency,
            long priority,
            @Nullable UUID rule) {

        /// "High impact and medium urgency make 2."
        public Message reason() {
            return Message.of("incident.priority.matrix", Codes.of(impact), Codes.of(urgency), priority);
        }
    }

    PriorityMatrix(LiveViews views) {
        cells = views.of(List.of(PriorityRuleType.PRIORITY_RULE), () -> cells(views));
    }

    public Cell cell(Level impact, Level urgency) {
        var cell = cells.get().get(new Key(impact, urgency));
        return cell == null ? new Cell(impact, urgency, shipped(impact, urgency), null) : cell;
    }

    /// The value before anybody changed it.
    static long shipped(Level impact, Level urgency) {
        return 1L + impact.ordinal() + urgency.ordinal();
    }

    private static Map<Key, Cell> cells(LiveViews views) {
        var cells = new HashMap<Key, Cell>();
        views.records(PriorityRuleType.PRIORITY_RULE).forEach(it -> {
            var impact = it.need(PriorityRuleType.IMPACT);
            var urgency = it.need(PriorityRuleType.URGENCY);
            cells.put(new Key(impact, urgency), new Cell(impact, urgency, it.need(PriorityRuleType.PRIORITY), it.id()));
        });
        return Map.copyOf(cells);
    }
}
