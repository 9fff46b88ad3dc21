package org.mainstay.request;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Who sees and changes requests, their items and their tasks. Those whom one concerns see it; agents see and change
/// what belongs to their organisations. Nobody makes one but by an order.
///
/// @param persons attributes whose person, or one of whose persons, sees the record
record WorkAccess(RecordType<?> of, List<Attribute<?>> persons) implements AccessRule {

    @Override
    public String type() {
        return of.code();
    }

    @Override
    public Filter visible(Actor actor) {
        var clauses = new ArrayList<Filter>();
        persons.forEach(it -> clauses.add(Filter.is(it, actor.id())));
        if (actor instanceof Actor.Person person && actor.may(RequestItemType.WORK)) {
            clauses.add(CatalogItemAccess.organisations(person.grants()));
        }
        return new Filter.Any(clauses);
    }

    @Override
    public String reason(int index) {
        return index < persons.size() ? "request.access." + persons.get(index).code() : "request.access.agent";
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return Decision.denied("request.permits.by_order_only");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return actor.may(RequestItemType.WORK, subject.organisation())
                ? Decision.allowed("request.permits.agent")
                : Decision.denied("request.permits.work_needed");
    }
}
