package org.mainstay.change.risk;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Everything the platform knows about the questions that people answer about the risk of a change; administrators own
/// them. Its number is its code, by which answers are kept.
public final class RiskQuestionType {

    public static final Attribute<String> CODE =
            Attribute.column("code", new Kind.Text(40), REQUIRED, SET_ONCE).derived();

    /// In the default language.
    public static final Attribute<String> TEXT = Attribute.column("text", new Kind.Text(200), REQUIRED, SEARCHED);

    public static final Attribute<String> TEXT_DE = Attribute.column("text_de", new Kind.Text(200), SEARCHED);

    /// See [RiskQuestion#answers].
    public static final Attribute<String> ANSWERS =
            Attribute.column("answers", new Kind.Prose(2_000), REQUIRED).preset("yes: 0\nno: 3");

    /// Asked of changes by this model only; of all where there is none.
    public static final Attribute<UUID> MODEL = Attribute.column("model", new Kind.Reference("change_model"));

    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);

    public static final RecordType<Snapshot> RISK_QUESTION = RecordType.<Snapshot>named(
                    "risk_question", "risk-questions")
            .table("change", "risk_question")
            .coded("", CODE)
            .label(TEXT)
            .attributes(CODE, TEXT, TEXT_DE, ANSWERS, MODEL, ACTIVE, POSITION)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(TEXT, MODEL, ACTIVE, POSITION)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private RiskQuestionType() {}
}
