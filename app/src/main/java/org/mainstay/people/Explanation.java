package org.mainstay.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// Says why somebody sees a record, or why not.
public final class Explanation {

    private static final Message ADMINISTRATOR = Message.of("kernel.access.administrator");

    private final ExplanationQueries queries;
    private final RecordStore store;
    private final RecordTypes types;
    private final Access access;
    private final Actors actors;
    private final Clock clock;

    Explanation(
            ExplanationQueries queries,
            RecordStore store,
            RecordTypes types,
            Access access,
            Actors actors,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.types = types;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
    }

    /// @param reason what decided it
    /// @param failed the reasons that would have allowed it and do not hold
    public record Answer(boolean allowed, Message reason, List<Message> failed) {}

    /// @param asking who wants to know: somebody else's access is explained to those who manage people,
    ///     and only of records they see themselves
    /// @return empty where the one who asks sees no such person or record
    public Optional<Answer> of(Actor asking, UUID person, UUID record) {
        var subject = store.get(asking, PersonType.PERSON, person);
        boolean mayAsk = subject.isPresent()
                && (asking.id().equals(person)
                        || asking.may(Permissions.PEOPLE_MANAGE, subject.get().organisation()));
        if (!mayAsk) {
            return Optional.empty();
        }
        return queries.type(record)
                .flatMap(types::byCode)
                .filter(it -> store.get(asking, it, record).isPresent())
                .flatMap(it -> actors.find(person).map(who -> explain(who, it, record)));
    }

    private Answer explain(Actor.Person who, RecordType<?> type, UUID record) {
        if (who.grants().everywhere(Permissions.ADMIN)) {
            return new Answer(true, ADMINISTRATOR, List.of());
        }
        var rule = access.rule(type);
        if (rule == null) {
            return type.configuration()
                    ? new Answer(true, Message.of("people.access.configuration"), List.of())
                    : new Answer(false, Message.of("kernel.access.administrators_only"), List.of(ADMINISTRATOR));
        }
        return clauses(who, type, rule, record);
    }

    private Answer clauses(Actor.Person who, RecordType<?> type, AccessRule rule, UUID record) {
        var context = new FilterContext(who, clock.instant());
        var visible = access.visible(type, who);
        var clauses = visible instanceof Filter.Any(var of) ? of : List.of(visible);
        var failed = new ArrayList<Message>();
        failed.add(ADMINISTRATOR);
        for (int i = 0; i < clauses.size(); i++) {
            var reason =
                    Message.of(clauses.get(i).equals(Filter.EVERYTHING) ? "people.access.everywhere" : rule.reason(i));
            if (queries.holds(clauses.get(i), type, record, context)) {
                return new Answer(true, reason, List.copyOf(failed));
            }
            failed.add(reason);
        }
        return new Answer(false, Message.of("people.access.no_reason"), List.copyOf(failed));
    }
}
