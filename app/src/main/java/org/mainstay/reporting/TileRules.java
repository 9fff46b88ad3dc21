package org.mainstay.reporting;

import java.util.Objects;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Values;

/// A tile belongs to whom its dashboard belongs, and asks something that can be answered.
record TileRules(TileReader reader) implements Rule {

    /// Of one dashboard.
    static final int MOST = 40;

    /// Between the positions of neighbours.
    static final long STEP = 10;

    @Override
    public String type() {
        return "tile";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created()) {
            placed(draft);
        }
        if (draft.problems().isEmpty()
                && asks(draft)
                && draft.get(TileType.DASHBOARD) != null
                && draft.get(TileType.SHAPE) != null
                && draft.get(TileType.TITLE) != null
                && draft.get(TileType.COLLECTION) != null
                && draft.get(TileType.MEASURE) != null) {
            reader.problems(Tile.of(draft.after()), draft.actor()).forEach(draft::refuse);
        }
    }

    /// Whether it asks something else than before; where it stands and what it is called are no question.
    private static boolean asks(Draft draft) {
        return draft.created() || TileType.QUESTION.stream().anyMatch(draft::changes);
    }

    private static void placed(Draft draft) {
        boolean last = draft.get(TileType.POSITION) == null;
        if (last) {
            draft.set(TileType.POSITION, STEP);
        }
        var id = draft.get(TileType.DASHBOARD);
        if (id == null) {
            return;
        }
        var dashboard = draft.lookup().get(DashboardType.DASHBOARD, id).orElse(null);
        var actor = draft.actor();
        if (dashboard == null
                || !(actor.may(Grants.ADMIN, dashboard.organisation())
                        || Objects.equals(actor.id(), dashboard.get(DashboardType.OWNER)))) {
            draft.refuse(TileType.DASHBOARD, "reporting.tile.not_yours");
            return;
        }
        var others = draft.lookup().having(TileType.TILE, new Values().set(TileType.DASHBOARD, id), MOST);
        if (last) {
            long position = others.stream()
                    .mapToLong(it -> it.need(TileType.POSITION))
                    .max()
                    .orElse(0);
            draft.set(TileType.POSITION, position + STEP);
        }
        if (others.size() >= MOST) {
            draft.refuse(TileType.DASHBOARD, "reporting.tile.too_many", MOST);
            return;
        }
        draft.set(TileType.OWNER, dashboard.get(DashboardType.OWNER));
        draft.set(Header.ORGANISATION, dashboard.organisation());
    }
}
