package org.mainstay.cmdb.accuracy;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Everything the platform knows about accuracy checks: a person looked whether a value is true.
public final class AccuracyCheckType {

    /// Longer values are not judged by eye.
    static final int LONGEST = 4_000;

    public enum Verdict {
        CONFIRMED,
        WRONG
    }

    public static final Attribute<String> SUMMARY =
            Attribute.column("summary", new Kind.Text(200), READ_ONLY, SEARCHED);
    public static final Attribute<UUID> ITEM =
            Attribute.column("item", new Kind.Reference("configuration_item"), REQUIRED, SET_ONCE);

    /// Code of the item's attribute.
    public static final Attribute<String> ATTRIBUTE =
            Attribute.column("attribute", new Kind.Text(100), REQUIRED, SET_ONCE);

    /// What the item had, as people read it.
    public static final Attribute<String> VALUE = Attribute.column("value", new Kind.Text(LONGEST), READ_ONLY);

    /// What the item had, as the database has it.
    public static final Attribute<String> JUDGED = Attribute.column("judged", new Kind.Text(LONGEST), READ_ONLY);

    public static final Attribute<Verdict> VERDICT =
            Attribute.column("verdict", new Kind.Choice<>(Verdict.class), REQUIRED, SET_ONCE);

    /// What it ought to be, in somebody's words.
    public static final Attribute<String> NOTE = Attribute.column("note", new Kind.Text(1_000));

    /// A check as code sees it.
    public record Check(UUID id, UUID item, String attribute, Verdict verdict) {

        static Check of(Snapshot it) {
            return new Check(it.id(), it.need(ITEM), it.need(ATTRIBUTE), it.need(VERDICT));
        }
    }

    public static final RecordType<Check> ACCURACY_CHECK = RecordType.<Check>named("accuracy_check", "accuracy-checks")
            .table("cmdb", "accuracy_check")
            .numbered("ACC")
            .label(SUMMARY)
            .attributes(SUMMARY, ITEM, ATTRIBUTE, VALUE, VERDICT, NOTE, JUDGED)
            .orders(Order.by(Order.descending(Header.CREATED_AT)))
            .columns(SUMMARY, VERDICT, VALUE, NOTE, Header.CREATED_BY, Header.CREATED_AT)
            .deletable()
            .reader(Check::of)
            .build();

    private AccuracyCheckType() {}
}
