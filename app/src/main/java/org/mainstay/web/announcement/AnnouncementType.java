package org.mainstay.web.announcement;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// A banner: a sentence for everybody, one organisation or one group, for a time.
public final class AnnouncementType {

    public enum Sort {
        INFO,
        WARNING
    }

    public static final Attribute<String> TEXT = Attribute.column("text", new Kind.Text(400), REQUIRED, SEARCHED);
    public static final Attribute<String> TEXT_DE = Attribute.column("text_de", new Kind.Text(400), SEARCHED);
    public static final Attribute<Sort> KIND =
            Attribute.column("kind", new Kind.Choice<>(Sort.class), REQUIRED).preset(Sort.INFO);

    /// Empty for at once.
    public static final Attribute<Instant> STARTS_AT = Attribute.column("starts_at", new Kind.Moment());

    /// Empty for as long as it is there.
    public static final Attribute<Instant> ENDS_AT = Attribute.column("ends_at", new Kind.Moment());

    public static final Attribute<UUID> FOR_ORGANISATION =
            Attribute.column("for_organisation", new Kind.Reference("organisation"));
    public static final Attribute<UUID> FOR_GROUP = Attribute.column("for_group", new Kind.Reference("group"));

    public static final RecordType<Snapshot> ANNOUNCEMENT = RecordType.<Snapshot>named("announcement", "announcements")
            .table("web", "announcement")
            .numbered("ANN")
            .label(TEXT)
            .attributes(TEXT, TEXT_DE, KIND, STARTS_AT, ENDS_AT, FOR_ORGANISATION, FOR_GROUP)
            .orders(Order.by(Order.descending(STARTS_AT)))
            .columns(TEXT, KIND, STARTS_AT, ENDS_AT, FOR_ORGANISATION, FOR_GROUP)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private AnnouncementType() {}
}
