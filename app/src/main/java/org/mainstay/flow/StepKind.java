package org.mainstay.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mainstay.kernel.record.Message;

/// What a step of a flow can be, by which element of BPMN 2.0 it is drawn, and what has to be said of it.
public enum StepKind {
    /// Somebody has something to do.
    TASK("userTask", undone(Field.GROUP, Field.PERSON, Field.NAME_DE, Field.DESCRIPTION, Field.NO_RETURN)),
    /// Somebody decides, by a policy of approvals; the outcome is how the approval ended.
    APPROVAL("userTask", Field.POLICY.must(), Field.NAME_DE, Field.NO_RETURN),
    /// Goes on at a day or a moment, which the record may name.
    WAIT_UNTIL("intermediateCatchEvent", Field.UNTIL.must(), Field.NAME_DE, Field.NO_RETURN),
    /// Goes on after a time.
    TIMER("intermediateCatchEvent", Field.DURATION.must(), Field.NAME_DE, Field.NO_RETURN),
    /// Goes on when it is told so by name.
    WAIT_FOR_MESSAGE("intermediateCatchEvent", Field.MESSAGE.must(), Field.NAME_DE, Field.NO_RETURN),
    /// Goes on once a condition holds for the record.
    WAIT_FOR_CONDITION("intermediateCatchEvent", Field.CONDITION.must(), Field.NAME_DE, Field.NO_RETURN),
    /// Goes on when another flow has ended, which runs for the same record.
    SUB_FLOW("callActivity", undone(Field.FLOW.must(), Field.NAME_DE, Field.NO_RETURN)),
    /// Asks another system over HTTP, once.
    REST_CALL("serviceTask", undone(Field.METHOD.must(), Field.URL.must(), Field.BODY, Field.NAME_DE, Field.NO_RETURN)),
    SET_ATTRIBUTE("serviceTask", undone(Field.ATTRIBUTE.must(), Field.VALUE, Field.NAME_DE, Field.NO_RETURN)),
    CREATE_RECORD("serviceTask", undone(Field.TYPE.must(), Field.VALUES.must(), Field.NAME_DE, Field.NO_RETURN)),
    /// Writes a comment that the people of the record read, or only those who work on it.
    SEND_MESSAGE("sendTask", undone(Field.TEXT.must(), Field.INTERNAL, Field.NAME_DE, Field.NO_RETURN));

    private final String element;
    private final List<Field> fields;

    StepKind(String element, Field... fields) {
        this.element = element;
        this.fields = List.of(fields);
    }

    /// Of what does something, which may have to be undone.
    private static Field[] undone(Field... fields) {
        return Stream.concat(
                        Arrays.stream(fields),
                        Stream.of(Field.COMPENSATION, Field.COMPENSATION_DE, Field.COMPENSATION_GROUP))
                .toArray(Field[]::new);
    }

    /// What is said of a step.
    ///
    /// @param longest in characters
    public record Field(String name, int longest, boolean required) {

        static final Field KIND = new Field("kind", 40, false);
        static final Field NAME_DE = new Field("name_de", 200, false);
        static final Field DESCRIPTION = new Field("description", 10_000, false);
        /// Code of a group.
        static final Field GROUP = new Field("group", 100, false);
        /// User name of a person, or `requester` or `beneficiary`.
        static final Field PERSON = new Field("person", 200, false);
        /// Whether who asked does not cancel any more once it is reached.
        static final Field NO_RETURN = new Field("no_return", 5, false);
        /// The task that undoes the step where the flow is cancelled after it.
        static final Field COMPENSATION = new Field("compensation", 200, false);
        static final Field COMPENSATION_DE = new Field("compensation_de", 200, false);
        /// Code of the group whose that task is; else it is that of the step, or of the record.
        static final Field COMPENSATION_GROUP = new Field("compensation_group", 100, false);
        /// Code of an approval policy.
        static final Field POLICY = new Field("policy", 100, false);
        /// A day, a moment, or the code of an attribute that holds one.
        static final Field UNTIL = new Field("until", 100, false);
        /// ISO 8601: `PT4H`, `P3D`.
        static final Field DURATION = new Field("duration", 40, false);
        static final Field MESSAGE = new Field("message", 100, false);
        /// In the filter language; `answers.model:pro` asks what was answered.
        static final Field CONDITION = new Field("condition", 2_000, false);
        /// Code of a flow.
        static final Field FLOW = new Field("flow", 100, false);
        static final Field METHOD = new Field("method", 10, false);
        static final Field URL = new Field("url", 2_000, false);
        static final Field BODY = new Field("body", 20_000, false);
        static final Field ATTRIBUTE = new Field("attribute", 100, false);
        static final Field VALUE = new Field("value", 10_000, false);
        /// Code of a record type.
        static final Field TYPE = new Field("type", 100, false);
        /// A JSON object of attributes.
        static final Field VALUES = new Field("values", 20_000, false);
        static final Field TEXT = new Field("text", 10_000, false);
        static final Field INTERNAL = new Field("internal", 5, false);
        /// Of a link that leaves a branch: the step whose outcome is looked at, and the outcome that is meant.
        static final Field OF = new Field("of", 100, false);
        static final Field OUTCOME = new Field("outcome", 40, false);

        Field must() {
            return new Field(name, longest, true);
        }

        /// What people call it.
        Message called() {
            return Message.of("flow.field." + name);
        }
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The element's local name.
    String element() {
        return element;
    }

    public List<Field> fields() {
        return fields;
    }

    /// Whether a flow rests at such a step, so that a circle through it is none without an end.
    boolean waits() {
        return switch (this) {
            case TASK, APPROVAL, TIMER, WAIT_FOR_MESSAGE -> true;
            case WAIT_UNTIL, WAIT_FOR_CONDITION, SUB_FLOW, REST_CALL, SET_ATTRIBUTE, CREATE_RECORD, SEND_MESSAGE ->
                false;
        };
    }

    static Optional<StepKind> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
