package org.mainstay.web.template;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.kernel.definition.Definitions;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Audience;
import org.mainstay.web.Sharing;

/// Values for new records of a type. Its number is its code, by which addresses name it.
public final class TemplateType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);

    /// Made of the name where nobody gives one.
    public static final Attribute<String> CODE = Attribute.column(
                    "code", new Kind.Text(80), REQUIRED, SET_ONCE, SEARCHED)
            .derived();

    public static final Attribute<String> RECORD_TYPE =
            Attribute.column("record_type", new Kind.Pick(Definitions.RECORD_TYPES), REQUIRED, SET_ONCE);

    /// A line each: the attribute's code, a colon, the value as people write it; further lines of a text are
    /// indented.
    public static final Attribute<String> PRESETS = Attribute.column("presets", new Kind.Prose(20_000), REQUIRED);

    public static final Attribute<Audience> AUDIENCE = Attribute.column(
                    "audience", new Kind.Choice<>(Audience.class), REQUIRED)
            .preset(Audience.PRIVATE);
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));

    /// Whose it is while only they see it.
    public static final Attribute<UUID> OWNER = Attribute.column("owner", new Kind.Reference("person"));

    static final Sharing SHARING = new Sharing(OWNER, AUDIENCE, GROUP);

    public static final RecordType<Snapshot> TEMPLATE = RecordType.<Snapshot>named("template", "templates")
            .table("web", "template")
            .coded("", CODE)
            .label(NAME)
            .attributes(NAME, CODE, RECORD_TYPE, AUDIENCE, GROUP, PRESETS, OWNER)
            .orders(
                    Order.by(Order.ascending(NAME)),
                    Order.by(Order.ascending(RECORD_TYPE), Order.ascending(NAME)),
                    Order.by(Order.ascending(Header.NUMBER)))
            .columns(NAME, RECORD_TYPE, AUDIENCE, GROUP, OWNER)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private TemplateType() {}
}
