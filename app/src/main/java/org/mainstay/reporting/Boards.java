package org.mainstay.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// Dashboards with their tiles, as somebody sees and changes them.
final class Boards {

    private static final int MOST = 500;

    private final RecordStore store;
    private final Access access;

    Boards(RecordStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    List<Dashboard> all(Actor actor) {
        return store
                .list(
                        actor,
                        DashboardType.DASHBOARD,
                        Query.of(Filter.EVERYTHING)
                                .sorted(DashboardType.DASHBOARD.orders().getFirst())
                                .limit(MOST))
                .items()
                .stream()
                .map(Dashboard::of)
                .toList();
    }

    Optional<Snapshot> dashboard(Actor actor, String key) {
        return store.find(actor, DashboardType.DASHBOARD, key);
    }

    Optional<Snapshot> tile(Actor actor, String key) {
        return store.find(actor, TileType.TILE, key);
    }

    /// The dashboard of a tile that the actor sees.
    Optional<Snapshot> of(Actor actor, Snapshot tile) {
        return store.get(actor, DashboardType.DASHBOARD, tile.need(TileType.DASHBOARD));
    }

    boolean changes(Actor actor, Snapshot record) {
        return access.edit(record, actor).yes();
    }

    /// In their order.
    List<Snapshot> tiles(Actor actor, Snapshot dashboard) {
        return store.list(
                        actor,
                        TileType.TILE,
                        Query.of(Filter.is(TileType.DASHBOARD, dashboard.id()))
                                .sorted(TileType.TILE.orders().getFirst())
                                .limit(TileRules.MOST + 1))
                .items();
    }

    /// Puts a tile before or behind its neighbour; the tiles are numbered anew.
    ///
    /// @param by places, negative for towards the beginning
    void move(Actor actor, Snapshot dashboard, Snapshot tile, int by) {
        var order = new ArrayList<>(tiles(actor, dashboard));
        int at = 0;
        while (at < order.size() && !order.get(at).id().equals(tile.id())) {
            at++;
        }
        if (at == order.size()) {
            return;
        }
        var moved = order.remove(at);
        order.add(Math.clamp((long) at + by, 0, order.size()), moved);
        var plan = Plan.of(Cause.EDITED);
        for (int i = 0; i < order.size(); i++) {
            long position = (i + 1) * TileRules.STEP;
            if (order.get(i).need(TileType.POSITION) != position) {
                plan.edit(order.get(i)).set(TileType.POSITION, position);
            }
        }
        if (!plan.steps().isEmpty()) {
            // where somebody else moves them at the same time, theirs holds
            var _ = store.save(actor, plan);
        }
    }
}
