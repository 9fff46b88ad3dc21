package org.mainstay.flow;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import java.util.function.Function;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// A flow as it was published: made by [PublishFlow], never changed. What began by it goes on by it for as long as it
/// takes. Its number is the flow's code and the revision: `new_laptop:3`.
public final class FlowVersionType {

    /// The flow's name and the revision.
    public static final Attribute<String> NAME =
            Attribute.column("name", new Kind.Text(200), REQUIRED, READ_ONLY, SEARCHED);

    public static final Attribute<UUID> FLOW = Attribute.column("flow", new Kind.Reference("flow"), REQUIRED, SET_ONCE);
    public static final Attribute<Long> REVISION =
            Attribute.column("revision", new Kind.Whole(1, 1_000_000), REQUIRED, SET_ONCE);
    public static final Attribute<String> SUBJECT = Attribute.column("subject", new Kind.Text(60), REQUIRED, SET_ONCE);
    public static final Attribute<String> DOCUMENT =
            Attribute.column("document", new Kind.Prose(FlowReader.LONGEST), REQUIRED, SET_ONCE);

    /// What is new in it, for those who keep the flow; the one thing that can be changed.
    public static final Attribute<String> NOTE = Attribute.column("note", new Kind.Text(500));

    public static final RecordType<Snapshot> FLOW_VERSION = RecordType.<Snapshot>named("flow_version", "flow-versions")
            .table("flow", "flow_version")
            .label(NAME)
            .attributes(NAME, FLOW, REVISION, SUBJECT, NOTE, DOCUMENT)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, FLOW, REVISION, NOTE, Header.CREATED_AT)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private FlowVersionType() {}
}
