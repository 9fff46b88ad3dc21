package org.mainstay.request.form;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Everything the platform knows about forms. A form's number is its code. What is worked on is its document; what
/// people get is the [FormVersionType] that was published last.
public final class FormType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);

    /// `{"sections":[…]}`, as [DocumentWriter] writes it.
    public static final Attribute<String> DOCUMENT = Attribute.column(
                    "document", new Kind.Prose(DocumentReader.LONGEST), REQUIRED)
            .preset("{\"sections\":[]}");

    /// The sets of questions that the document uses.
    public static final Attribute<Set<UUID>> SETS =
            Attribute.column("sets", new Kind.References("question_set"), READ_ONLY);

    public static final Attribute<UUID> PUBLISHED =
            Attribute.column("published", new Kind.Reference("form_version"), READ_ONLY);
    public static final Attribute<Long> REVISION =
            Attribute.column("revision", new Kind.Whole(1, 1_000_000), READ_ONLY);

    public static final RecordType<Snapshot> FORM = RecordType.<Snapshot>named("form", "forms")
            .table("request", "form")
            .label(NAME)
            .attributes(NAME, DOCUMENT, SETS, PUBLISHED, REVISION)
            .actions(new Publish())
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, REVISION, SETS, Header.UPDATED_AT)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private FormType() {}
}
