package org.mainstay.testing;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SENSITIVE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// A record type with an attribute of every kind, for tests of the engine alone.
public final class Specimen {

    public enum Condition {
        NEW,
        WORN,
        BROKEN
    }

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> NOTES = Attribute.column("notes", new Kind.Prose(), SEARCHED);
    public static final Attribute<Long> SIZE = Attribute.column("size", new Kind.Whole());
    public static final Attribute<BigDecimal> WEIGHT = Attribute.column("weight", new Kind.Decimal());
    public static final Attribute<Money> PRICE = Attribute.column("price", new Kind.Amount());
    public static final Attribute<Boolean> FRAGILE = Attribute.column("fragile", new Kind.YesNo());
    public static final Attribute<LocalDate> FOUND_ON = Attribute.column("found_on", new Kind.Day());
    public static final Attribute<Instant> SEEN_AT = Attribute.column("seen_at", new Kind.Moment());
    public static final Attribute<Duration> LASTS = Attribute.column("lasts", new Kind.Span());
    public static final Attribute<Condition> CONDITION =
            Attribute.column("condition", new Kind.Choice<>(Condition.class));
    public static final Attribute<String> COLOUR = Attribute.column("colour", new Kind.Pick("colour"));
    public static final Attribute<UUID> PARENT = Attribute.column("parent", new Kind.Reference("specimen"));
    public static final Attribute<UUID> BRANCH = Attribute.column("branch", new Kind.TreePick("specimen"));
    public static final Attribute<Set<UUID>> KIN = Attribute.column("kin", new Kind.References("specimen"));
    public static final Attribute<String> SECRET = Attribute.column("secret", new Kind.Text(200), SENSITIVE);

    /// The same kinds again, as custom fields.
    public static final List<Attribute<?>> CUSTOM = List.of(
            Attribute.custom("text", new Kind.Text(200)),
            Attribute.custom("prose", new Kind.Prose()),
            Attribute.custom("whole", new Kind.Whole()),
            Attribute.custom("decimal", new Kind.Decimal()),
            Attribute.custom("money", new Kind.Amount()),
            Attribute.custom("yes_no", new Kind.YesNo()),
            Attribute.custom("day", new Kind.Day()),
            Attribute.custom("moment", new Kind.Moment()),
            Attribute.custom("duration", new Kind.Span()),
            Attribute.custom("choice", new Kind.Choice<>(Condition.class)),
            Attribute.custom("pick", new Kind.Pick("colour")),
            Attribute.custom("reference", new Kind.Reference("specimen")),
            Attribute.custom("tree_pick", new Kind.TreePick("specimen")),
            Attribute.custom("references", new Kind.References("specimen")));

    public static final RecordType<Snapshot> SPECIMEN = RecordType.<Snapshot>named("specimen", "specimens")
            .numbered("SPE")
            .label(TITLE)
            .attributes(
                    TITLE, NOTES, SIZE, WEIGHT, PRICE, FRAGILE, FOUND_ON, SEEN_AT, LASTS, CONDITION, COLOUR, PARENT,
                    BRANCH, KIN, SECRET)
            .orders(
                    Order.by(Order.ascending(SIZE), Order.descending(SEEN_AT)),
                    Order.by(Order.descending(SEEN_AT)),
                    Order.by(Order.ascending(Header.NUMBER)))
            .columns(TITLE, SIZE)
            .deletable()
            .reader(it -> it)
            .build();

    private Specimen() {}
}
