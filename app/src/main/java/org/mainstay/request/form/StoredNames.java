package org.mainstay.request.form;

import java.util.List;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.GroupType;
import org.mainstay.people.LocationType;
import org.mainstay.people.PersonType;

/// The records that answers name, as whoever answers sees them; items only where the requester owns them.
///
/// @param requester whom the form is for
record StoredNames(RecordStore store, References references, Actor actor, UUID requester) implements RecordNames {

    @Override
    public Answer.Record find(QuestionKind kind, String name) {
        var type = type(kind);
        var found = name.length() > 200 ? List.<Snapshot>of() : named(type, name.strip());
        var fitting = found.stream().filter(it -> fits(kind, it)).toList();
        if (fitting.size() != 1) {
            throw new BadValue(
                    fitting.isEmpty() ? "form.answer.no_record" : "form.answer.several", Texts.clip(name, 60));
        }
        var record = fitting.getFirst();
        return new Answer.Record(record.id(), record.number(), record.label());
    }

    static RecordType<?> type(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.Person _ -> PersonType.PERSON;
            case QuestionKind.Group _ -> GroupType.GROUP;
            case QuestionKind.Location _ -> LocationType.LOCATION;
            default -> ConfigurationItemType.CONFIGURATION_ITEM;
        };
    }

    private List<Snapshot> named(RecordType<?> type, String name) {
        var exactly = store.find(actor, type, name);
        return exactly.isPresent()
                ? List.of(exactly.get())
                : store.get(actor, type, references.find(actor, type.code(), name));
    }

    private boolean fits(QuestionKind kind, Snapshot record) {
        return switch (kind) {
            case QuestionKind.Person _ -> Boolean.TRUE.equals(record.get(PersonType.ACTIVE));
            case QuestionKind.Group _ -> Boolean.TRUE.equals(record.get(GroupType.ACTIVE));
            case QuestionKind.Item _ -> requester.equals(record.get(ConfigurationItemType.OWNER));
            default -> true;
        };
    }
}
