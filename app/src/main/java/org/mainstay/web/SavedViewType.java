package org.mainstay.web;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Saved views: the tabs over a list.
public final class SavedViewType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(80), REQUIRED, SEARCHED);
    public static final Attribute<String> NAME_DE = Attribute.column("name_de", new Kind.Text(80), SEARCHED);

    /// The collection it is a view of, as in addresses.
    public static final Attribute<String> COLLECTION =
            Attribute.column("collection", new Kind.Text(80), REQUIRED, SET_ONCE);

    public static final Attribute<String> FILTER = Attribute.column("filter", new Kind.Text(2_000));
    public static final Attribute<String> SORT = Attribute.column("sort", new Kind.Text(200));

    /// Codes of attributes, separated by commas.
    public static final Attribute<String> COLUMNS = Attribute.column("columns", new Kind.Text(2_000));

    public static final Attribute<String> GROUP_BY = Attribute.column("group_by", new Kind.Text(80));
    public static final Attribute<Audience> AUDIENCE = Attribute.column(
                    "audience", new Kind.Choice<>(Audience.class), REQUIRED)
            .preset(Audience.PRIVATE);

    /// Whoever made it; empty for what came with the product.
    public static final Attribute<UUID> OWNER = Attribute.column("owner", new Kind.Reference("person"), READ_ONLY);

    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);

    public static final Sharing SHARING = new Sharing(OWNER, AUDIENCE, GROUP);

    public static final RecordType<SavedView> SAVED_VIEW = RecordType.<SavedView>named("saved_view", "saved-views")
            .table("web", "saved_view")
            .numbered("SVW")
            .label(NAME)
            .attributes(NAME, NAME_DE, COLLECTION, FILTER, SORT, COLUMNS, GROUP_BY, AUDIENCE, GROUP, OWNER, POSITION)
            .orders(Order.by(Order.ascending(COLLECTION), Order.ascending(POSITION)))
            .columns(NAME, COLLECTION, FILTER, AUDIENCE, GROUP, OWNER, POSITION)
            .deletable()
            .reader(SavedView::of)
            .build();

    private SavedViewType() {}
}
