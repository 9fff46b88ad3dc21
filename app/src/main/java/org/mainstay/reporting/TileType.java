package org.mainstay.reporting;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.StatsQuestion.Stretch;

/// Everything the platform knows about tiles of dashboards. What they ask is checked when they are saved; see
/// [Tile] for what each attribute means.
final class TileType {

    static final Attribute<UUID> DASHBOARD =
            Attribute.column("dashboard", new Kind.Reference("dashboard"), REQUIRED, SET_ONCE);

    /// As its dashboard has it, so that both are the same people's to change.
    static final Attribute<UUID> OWNER = Attribute.column("owner", new Kind.Reference("person"), READ_ONLY);

    static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).derived();
    static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(120), REQUIRED, SEARCHED);
    static final Attribute<String> TITLE_DE = Attribute.column("title_de", new Kind.Text(120), SEARCHED);
    static final Attribute<Tile.Shape> SHAPE = Attribute.column("shape", new Kind.Choice<>(Tile.Shape.class), REQUIRED);
    static final Attribute<Tile.Width> WIDTH = Attribute.column("width", new Kind.Choice<>(Tile.Width.class), REQUIRED)
            .preset(Tile.Width.MEDIUM);
    static final Attribute<String> COLLECTION = Attribute.column("collection", new Kind.Text(80), REQUIRED);
    static final Attribute<String> FILTER = Attribute.column("filter", new Kind.Text(2_000));
    static final Attribute<String> MEASURE =
            Attribute.column("measure", new Kind.Text(400), REQUIRED).preset("count");
    static final Attribute<String> GROUP_BY = Attribute.column("group_by", new Kind.Text(120));
    static final Attribute<String> MOMENT = Attribute.column("moment", new Kind.Text(120));
    static final Attribute<String> AGAINST = Attribute.column("against", new Kind.Text(120));
    static final Attribute<Long> DAYS = Attribute.column("days", new Kind.Whole(1, 3_660));
    static final Attribute<Stretch> STRETCH = Attribute.column("stretch", new Kind.Choice<>(Stretch.class));
    static final Attribute<Boolean> COMPARE =
            Attribute.column("compare", new Kind.YesNo(), REQUIRED).preset(false);
    static final Attribute<Long> MOST =
            Attribute.column("most", new Kind.Whole(1, 50), REQUIRED).preset(10L);

    /// What makes up its question.
    static final List<Attribute<?>> QUESTION =
            List.of(SHAPE, COLLECTION, FILTER, MEASURE, GROUP_BY, MOMENT, AGAINST, DAYS, STRETCH, COMPARE);

    static final RecordType<Tile> TILE = RecordType.<Tile>named("tile", "tiles")
            .table("reporting", "tile")
            .numbered("TIL")
            .label(TITLE)
            .attributes(
                    DASHBOARD,
                    OWNER,
                    POSITION,
                    TITLE,
                    TITLE_DE,
                    SHAPE,
                    WIDTH,
                    COLLECTION,
                    FILTER,
                    MEASURE,
                    GROUP_BY,
                    MOMENT,
                    AGAINST,
                    DAYS,
                    STRETCH,
                    COMPARE,
                    MOST)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(TITLE, DASHBOARD, SHAPE, COLLECTION, FILTER)
            .deletable()
            .reader(Tile::of)
            .build();

    private TileType() {}
}
