package org.mainstay.people;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// When people are away, and who stands in for them meanwhile.
public final class AbsenceType {

    /// Whoever enters it, where nobody is named.
    public static final Attribute<UUID> PERSON =
            Attribute.column("person", new Kind.Reference("person"), REQUIRED).derived();

    public static final Attribute<Instant> FROM = Attribute.column("from_at", new Kind.Moment(), REQUIRED);
    public static final Attribute<Instant> TO = Attribute.column("to_at", new Kind.Moment(), REQUIRED);
    public static final Attribute<UUID> SUBSTITUTE = Attribute.column("substitute", new Kind.Reference("person"));
    public static final Attribute<String> NOTE = Attribute.column("note", new Kind.Text(200), SEARCHED);

    public static final RecordType<Snapshot> ABSENCE = RecordType.<Snapshot>named("absence", "absences")
            .table("people", "absence")
            .numbered("ABS")
            .label(NOTE)
            .attributes(PERSON, FROM, TO, SUBSTITUTE, NOTE)
            .orders(Order.by(Order.descending(FROM)))
            .columns(PERSON, FROM, TO, SUBSTITUTE, NOTE)
            .deletable()
            .reader(it -> it)
            .build();

    private AbsenceType() {}
}
