package org.mainstay.request.form;

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

/// A form as it was published, sets of questions in place: made by [Publish], never changed. What was ordered by it is
/// read by it for as long as it exists. Its number is the form's code and the revision: `new_laptop:3`.
public final class FormVersionType {

    /// The form's name and the revision.
    public static final Attribute<String> NAME =
            Attribute.column("name", new Kind.Text(200), REQUIRED, READ_ONLY, SEARCHED);

    public static final Attribute<UUID> FORM = Attribute.column("form", new Kind.Reference("form"), REQUIRED, SET_ONCE);
    public static final Attribute<Long> REVISION =
            Attribute.column("revision", new Kind.Whole(1, 1_000_000), REQUIRED, SET_ONCE);
    public static final Attribute<String> DOCUMENT =
            Attribute.column("document", new Kind.Prose(2 * DocumentReader.LONGEST), REQUIRED, SET_ONCE);

    /// What is new in it, for those who keep the form; the one thing that can be changed.
    public static final Attribute<String> NOTE = Attribute.column("note", new Kind.Text(500));

    public static final RecordType<Snapshot> FORM_VERSION = RecordType.<Snapshot>named("form_version", "form-versions")
            .table("request", "form_version")
            .label(NAME)
            .attributes(NAME, FORM, REVISION, NOTE, DOCUMENT)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, FORM, REVISION, NOTE, Header.CREATED_AT)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private FormVersionType() {}
}
