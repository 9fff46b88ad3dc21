package org.mainstay.flow;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Everything the platform knows about flows. A flow's number is its code. What is worked on is its document; what
/// begins from now on is the [FlowVersionType] that was published last.
public final class FlowType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);

    /// Code of the record type whose records it is for.
    public static final Attribute<String> SUBJECT =
            Attribute.column("subject", new Kind.Text(60), REQUIRED, SET_ONCE).preset("request_item");

    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());

    /// BPMN 2.0, as [FlowReader] reads it.
    public static final Attribute<String> DOCUMENT = Attribute.column(
                    "document", new Kind.Prose(FlowReader.LONGEST), REQUIRED)
            .derived();

    public static final Attribute<UUID> PUBLISHED =
            Attribute.column("published", new Kind.Reference("flow_version"), READ_ONLY);
    public static final Attribute<Long> REVISION =
            Attribute.column("revision", new Kind.Whole(1, 1_000_000), READ_ONLY);

    /// As modules name it; the installation's own can be published.
    public static final RecordType<Snapshot> FLOW = with(List.of());

    private FlowType() {}

    static RecordType<Snapshot> with(List<Action<Snapshot>> actions) {
        return RecordType.<Snapshot>named("flow", "flows")
                .table("flow", "flow")
                .label(NAME)
                .attributes(NAME, SUBJECT, DESCRIPTION, DOCUMENT, PUBLISHED, REVISION)
                .actions(actions)
                .orders(Order.by(Order.ascending(NAME)))
                .columns(NAME, SUBJECT, REVISION, Header.UPDATED_AT)
                .configuration()
                .deletable()
                .reader(Function.identity())
                .build();
    }
}
