package org.mainstay.request.form;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.function.Function;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Questions that several forms ask. A set's number is its code, by which documents name it.
public final class QuestionSetType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);

    /// `{"questions":[…]}`, as [DocumentWriter] writes it.
    public static final Attribute<String> DOCUMENT = Attribute.column(
                    "document", new Kind.Prose(DocumentReader.LONGEST), REQUIRED)
            .preset("{\"questions\":[]}");

    public static final RecordType<Snapshot> QUESTION_SET = RecordType.<Snapshot>named("question_set", "question-sets")
            .table("request", "question_set")
            .label(NAME)
            .attributes(NAME, DOCUMENT)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, Header.UPDATED_AT)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private QuestionSetType() {}
}
