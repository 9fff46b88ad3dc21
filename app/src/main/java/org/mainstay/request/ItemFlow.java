package org.mainstay.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.flow.Flowing;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.request.Request.State;
import tools.jackson.databind.json.JsonMapper;

/// Connects request items with flows: tasks are tasks of the item, and where the flow ends the item is fulfilled.
final class ItemFlow implements Flowing {

    private static final int POSITIONS = 10;
    private static final int LONGEST = 199;

    private final Course course;
    private final Supplier<RecordStore> store;

    ItemFlow(Course course, Supplier<RecordStore> store) {
        this.course = course;
        this.store = store;
    }

    @Override
    public String type() {
        return RequestItemType.REQUEST_ITEM.code();
    }

    @Override
    public String taskType() {
        return TaskType.TASK.code();
    }

    @Override
    public @Nullable UUID version(Snapshot item) {
        return item.get(RequestItemType.FLOW_VERSION);
    }

    @Override
    public boolean begins(Snapshot item) {
        return item.need(RequestItemType.STATE) == State.IN_FULFILMENT;
    }

    @Override
    public boolean active(Snapshot item) {
        return item.need(RequestItemType.STATE).open();
    }

    @Override
    public UUID task(Plan plan, Snapshot item, Work work) {
        var task = plan.create(TaskType.TASK);
        long position = Compensation.last(course.tasks(item.id()));
        task.values()
                .set(TaskType.TITLE, work.title())
                .set(TaskType.DESCRIPTION, work.description())
                .set(TaskType.REQUEST_ITEM, item.id())
                .set(TaskType.GROUP, group(item, work))
                .set(TaskType.ASSIGNEE, work.person())
                .set(TaskType.POSITION, position + POSITIONS)
                .set(TaskType.STATE, Task.State.OPEN)
                .set(TaskType.NO_RETURN, work.noReturn())
                .set(Header.ORGANISATION, item.organisation());
        return task.id();
    }

    @Override
    public void pastReturn(Plan plan, Snapshot item, String step) {
        course.pastReturn(plan, item, Texts.clip(step, LONGEST));
    }

    @Override
    public boolean unwanted(Snapshot item) {
        return item.need(RequestItemType.STATE) == State.CANCELLED;
    }

    @Override
    public void undo(Plan plan, Snapshot item, List<Undone> undone) {
        var compensations = undone.stream()
                .map(it -> new Compensation(Texts.clip(it.of(), LONGEST), Texts.clip(it.title(), LONGEST), it.group()))
                .toList();
        Compensation.add(plan, item.id(), item.get(RequestItemType.GROUP), course.tasks(item.id()), compensations);
    }

    /// A person may do what is no task of the item's group.
    private static @Nullable UUID group(Snapshot item, Work work) {
        return work.group() != null || work.person() != null ? work.group() : item.get(RequestItemType.GROUP);
    }

    @Override
    public @Nullable String outcome(Snapshot task) {
        var state = task.need(TaskType.STATE);
        return state.ended() ? Codes.of(state) : null;
    }

    @Override
    public List<UUID> who(Snapshot task) {
        return Stream.of(task.get(TaskType.ASSIGNEE), task.get(TaskType.GROUP))
                .filter(Objects::nonNull)
                .limit(1)
                .toList();
    }

    @Override
    public void cancel(Plan plan, Snapshot task) {
        if (!task.need(TaskType.STATE).ended()) {
            plan.edit(task).set(TaskType.STATE, Task.State.CANCELLED);
        }
    }

    @Override
    public @Nullable UUID person(Snapshot item, String word) {
        return switch (word) {
            case "requester" -> item.get(RequestItemType.REQUESTER);
            case "beneficiary" -> item.get(RequestItemType.BENEFICIARY);
            default -> null;
        };
    }

    @Override
    public List<Attribute<?>> settable() {
        return List.of(
                RequestItemType.TITLE, RequestItemType.GROUP, RequestItemType.ASSIGNEE, RequestItemType.EXPECTED_AT);
    }

    @Override
    public void ended(Plan plan, Snapshot item, boolean cancelled) {
        if (active(item)) {
            course.to(plan, Map.of(item, cancelled ? State.CANCELLED : State.FULFILLED));
        }
    }

    @Override
    public void failed(Plan plan, Snapshot item, boolean failed) {
        plan.edit(item).set(RequestItemType.FLOW_FAILED, failed);
    }

    @Override
    public Map<String, String> texts(Snapshot item) {
        var texts = new HashMap<String, String>();
        texts.put("number", item.number());
        texts.put("title", item.need(RequestItemType.TITLE));
        texts.put("quantity", String.valueOf(item.get(RequestItemType.QUANTITY)));
        person(texts, "requester", item.need(RequestItemType.REQUESTER));
        person(texts, "beneficiary", item.need(RequestItemType.BENEFICIARY));
        answers(texts, item.get(RequestItemType.ANSWERS));
        one(RequestType.REQUEST, item.need(RequestItemType.REQUEST)).forEach(it -> texts.put("request", it.number()));
        return texts;
    }

    /// As they are kept: numbers plainly, what was chosen by its code, records by their ids.
    private static void answers(Map<String, String> texts, @Nullable String answers) {
        if (answers == null) {
            return;
        }
        JsonMapper.shared().readTree(answers).properties().forEach(it -> {
            var value = it.getValue();
            texts.put("answers." + it.getKey(), value.isValueNode() ? value.asString("") : value.toString());
        });
    }

    private void person(Map<String, String> texts, String as, UUID id) {
        for (var person : one(PersonType.PERSON, id)) {
            texts.put(as, person.number());
            texts.put(as + ".name", person.label());
            texts.put(as + ".email", Objects.requireNonNullElse(person.get(PersonType.EMAIL), ""));
        }
    }

    private List<Snapshot> one(RecordType<?> type, UUID id) {
        return store.get().get(Installation.ITSELF, type, Set.of(id));
    }

    @Override
    public boolean german(Snapshot item) {
        var version = item.get(RequestItemType.ITEM_VERSION);
        return version != null
                && item.need(RequestItemType.TITLE)
                        .equals(Orders.version(store.get(), version).get(CatalogVersionType.NAME_DE));
    }
}
