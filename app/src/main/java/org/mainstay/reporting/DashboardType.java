package org.mainstay.reporting;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.web.Audience;
import org.mainstay.web.Sharing;

/// Everything the platform knows about dashboards.
final class DashboardType {

    /// In the default language.
    static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(120), REQUIRED, SEARCHED);

    static final Attribute<String> TITLE_DE = Attribute.column("title_de", new Kind.Text(120), SEARCHED);
    static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Text(400));
    static final Attribute<String> DESCRIPTION_DE = Attribute.column("description_de", new Kind.Text(400));
    static final Attribute<Audience> AUDIENCE = Attribute.column(
                    "audience", new Kind.Choice<>(Audience.class), REQUIRED)
            .preset(Audience.PRIVATE);
    static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    static final Attribute<UUID> OWNER = Attribute.column("owner", new Kind.Reference("person"), READ_ONLY);
    static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);

    static final Sharing SHARING = new Sharing(OWNER, AUDIENCE, GROUP);

    static final RecordType<Dashboard> DASHBOARD = RecordType.<Dashboard>named("dashboard", "dashboards")
            .table("reporting", "dashboard")
            .numbered("DSH")
            .label(TITLE)
            .attributes(TITLE, TITLE_DE, DESCRIPTION, DESCRIPTION_DE, AUDIENCE, GROUP, OWNER, POSITION)
            .orders(Order.by(Order.ascending(POSITION), Order.ascending(TITLE)))
            .columns(TITLE, AUDIENCE, GROUP, OWNER)
            .deletable()
            .reader(Dashboard::of)
            .build();

    private DashboardType() {}
}
