package org.mainstay.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.ApprovalPolicyType;
import org.mainstay.flow.FlowDocument.Step;
import org.mainstay.flow.StepKind.Field;
import org.mainstay.kernel.filter.Conditions;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.GroupType;
import org.mainstay.people.PersonType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the names in flows stand for in this installation.
final class FlowTerms {

    static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final RecordStore store;
    private final References references;
    private final RecordTypes types;
    private final Conditions conditions;
    private final Map<String, Flowing> flowings;

    FlowTerms(
            RecordStore store,
            References references,
            RecordTypes types,
            Conditions conditions,
            List<Flowing> flowings) {
        this.store = store;
        this.references = references;
        this.types = types;
        this.conditions = conditions;
        this.flowings = flowings.stream().collect(Collectors.toMap(Flowing::type, Function.identity()));
    }

    boolean connected(String type) {
        return flowings.containsKey(type);
    }

    /// @throws IllegalArgumentException for a type that no bean connects
    Flowing flowing(String type) {
        var flowing = flowings.get(type);
        if (flowing == null) {
            throw new IllegalArgumentException("nothing connects " + type + " with flows");
        }
        return flowing;
    }

    /// What keeps a flow, as it is worked on, from being published.
    List<Fault> faults(Snapshot flow) {
        return switch (FlowReader.read(flow.need(FlowType.DOCUMENT))) {
            case FlowRead.Bad(var faults) -> faults;
            case FlowRead.Good(var document) ->
                document.steps().isEmpty()
                        ? List.of(Fault.of("", "flow.publish.empty"))
                        : FlowCheck.of(document, new Terms(flow.number(), flow.need(FlowType.SUBJECT)));
        };
    }

    /// The highest that a version of the flow has, also where versions came without it being in force; 0 for none.
    long revision(Snapshot flow) {
        var versions = Query.of(Filter.is(FlowVersionType.FLOW, flow.id()))
                .sorted(Order.by(Order.descending(FlowVersionType.REVISION)))
                .limit(1);
        return store.list(Installation.ITSELF, FlowVersionType.FLOW_VERSION, versions).items().stream()
                .mapToLong(it -> it.need(FlowVersionType.REVISION))
                .reduce(Objects.requireNonNullElse(flow.get(FlowType.REVISION), 0L), Math::max);
    }

    Optional<UUID> group(String text) {
        return named(GroupType.GROUP, text);
    }

    Optional<UUID> person(String text) {
        return named(PersonType.PERSON, text);
    }

    Optional<UUID> policy(String text) {
        return named(ApprovalPolicyType.APPROVAL_POLICY, text);
    }

    Optional<Snapshot> flow(String code) {
        return store.find(Installation.ITSELF, FlowType.FLOW, code);
    }

    /// By number, code or name, where exactly one bears it.
    private Optional<UUID> named(RecordType<?> type, String text) {
        var found = text.isEmpty() ? List.<UUID>of() : references.find(Installation.ITSELF, type.code(), text);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    RecordType<?> subject(String type) {
        return types.need(type);
    }

    /// Whether a condition holds: what it asks of answers, and what of the record.
    boolean holds(String condition, Snapshot record) {
        var answered = Answered.of(condition);
        return (answered.filter().isEmpty() || conditions.holds(answered.filter(), record))
                && (answered.terms().isEmpty()
                        || answered.hold(flowing(record.type().code()).texts(record)));
    }

    /// The JSON object that a text is; null where it is none.
    static @Nullable JsonNode object(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /// The moment that a text is, a day beginning in UTC; null where it is none.
    static @Nullable Instant moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .atStartOfDay(java.time.ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /// @param own code of the flow itself
    /// @param type code of the record type that it is for
    private final class Terms implements StepTerms {

        private final String own;
        private final String type;

        Terms(String own, String type) {
            this.own = own;
            this.type = type;
        }

        @Override
        public List<Message> condition(String text) {
            var filter = Answered.of(text).filter();
            return filter.isEmpty() ? List.of() : conditions.faults(filter, subject(type));
        }

        @Override
        public List<Message> check(Step step) {
            var faults = new ArrayList<Message>();
            var undoing = step.need(Field.COMPENSATION_GROUP);
            known(step, Field.COMPENSATION_GROUP, group(undoing).isPresent(), faults);
            switch (step.kind()) {
                case TASK -> {
                    known(step, Field.GROUP, group(step.need(Field.GROUP)).isPresent(), faults);
                    known(step, Field.PERSON, isPerson(step.need(Field.PERSON)), faults);
                }
                case APPROVAL ->
                    known(step, Field.POLICY, policy(step.need(Field.POLICY)).isPresent(), faults);
                case WAIT_UNTIL -> known(step, Field.UNTIL, isMoment(step.need(Field.UNTIL)), faults);
                case WAIT_FOR_CONDITION -> faults.addAll(condition(step.need(Field.CONDITION)));
                case SUB_FLOW -> known(step, Field.FLOW, isFlow(step.need(Field.FLOW)), faults);
                case REST_CALL -> {
                    known(step, Field.METHOD, METHODS.contains(step.need(Field.METHOD)), faults);
                    known(step, Field.URL, step.need(Field.URL).matches("https?://.+"), faults);
                    known(step, Field.BODY, object(step.need(Field.BODY)) != null, faults);
                }
                case SET_ATTRIBUTE -> {
                    var code = step.need(Field.ATTRIBUTE);
                    var may = flowing(type).settable().stream()
                            .anyMatch(it -> it.code().equals(code));
                    known(step, Field.ATTRIBUTE, may, faults);
                }
                case CREATE_RECORD -> created(step, faults);
                case TIMER, WAIT_FOR_MESSAGE, SEND_MESSAGE -> {}
            }
            return faults;
        }

        private void created(Step step, List<Message> faults) {
            var made = types.byCode(step.need(Field.TYPE)).orElse(null);
            known(step, Field.TYPE, made != null, faults);
            var values = object(step.need(Field.VALUES));
            known(step, Field.VALUES, values != null, faults);
            if (made != null && values != null) {
                values.propertyNames().stream()
                        .filter(it -> made.attribute(it).isEmpty())
                        .forEach(it -> faults.add(Message.of("kernel.save.unknown_attribute", it)));
            }
        }

        private static void known(Step step, Field field, boolean known, List<Message> faults) {
            if (step.field(field) != null && !known) {
                faults.add(Message.of("flow.check.unknown", step.name(false), field.called(), step.need(field)));
            }
        }

        private boolean isPerson(String word) {
            return word.equals("requester")
                    || word.equals("beneficiary")
                    || person(word).isPresent();
        }

        private boolean isMoment(String word) {
            return moment(word) != null
                    || subject(type)
                            .attribute(word)
                            .filter(it -> it.kind() instanceof Kind.Moment || it.kind() instanceof Kind.Day)
                            .isPresent();
        }

        /// One that is published already and for the same type, and not this one.
        private boolean isFlow(String code) {
            return !code.equals(own)
                    && flow(code)
                            .filter(it -> it.get(FlowType.PUBLISHED) != null
                                    && it.need(FlowType.SUBJECT).equals(type))
                            .isPresent();
        }
    }
}
