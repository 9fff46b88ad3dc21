package org.mainstay.web.layout;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.kernel.definition.Definitions;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// What lists and pages of a type show to people of a role. Of several that hold for somebody the one with the
/// lowest position counts.
public final class LayoutType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);
    public static final Attribute<String> RECORD_TYPE =
            Attribute.column("record_type", new Kind.Pick(Definitions.RECORD_TYPES), REQUIRED, SET_ONCE);

    /// Empty for everybody.
    public static final Attribute<UUID> ROLE = Attribute.column("role", new Kind.Reference("role"));

    /// Codes of attributes, with blanks between them. Empty for the type's own.
    public static final Attribute<String> COLUMNS = Attribute.column("columns", new Kind.Text(1_000));

    /// What the page of a record shows beside its conversation, as [WrittenSections]. Empty for the type's own.
    public static final Attribute<String> SECTIONS = Attribute.column("sections", new Kind.Prose(10_000));

    /// One of the type's declared orders, as the API writes it: `priority,-opened_at`. Empty for the type's own.
    public static final Attribute<String> SORT = Attribute.column("sort", new Kind.Text(200));

    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);

    public static final RecordType<Snapshot> LAYOUT = RecordType.<Snapshot>named("layout", "layouts")
            .table("web", "layout")
            .numbered("LAY")
            .label(NAME)
            .attributes(NAME, RECORD_TYPE, ROLE, COLUMNS, SORT, SECTIONS, POSITION)
            .orders(Order.by(Order.ascending(RECORD_TYPE), Order.ascending(POSITION)))
            .columns(NAME, RECORD_TYPE, ROLE, COLUMNS, POSITION)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private LayoutType() {}
}
