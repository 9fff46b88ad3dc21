package org.mainstay.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;

/// People as somebody types them into a form: user names, addresses or whole names, with commas or on lines of their
/// own.
final class People {

    private static final int LONGEST = 5_000;

    private final RecordStore store;

    People(RecordStore store) {
        this.store = store;
    }

    /// @throws Refusal naming the one that nobody is, or several are
    List<UUID> read(Actor actor, String text) throws Refusal {
        var people = new LinkedHashSet<UUID>();
        var names = new ArrayList<String>();
        for (var part : (text.length() > LONGEST ? text.substring(0, LONGEST) : text).split("[,;\\n]")) {
            if (!part.isBlank()) {
                names.add(part.strip());
            }
        }
        if (names.size() > Wishes.MOST_PEOPLE) {
            throw new Refusal(Problem.of("request.order.too_many_people", Wishes.MOST_PEOPLE));
        }
        for (var name : names) {
            people.add(one(actor, name));
        }
        return List.copyOf(people);
    }

    private UUID one(Actor actor, String name) throws Refusal {
        if (name.length() <= 200 && name.chars().noneMatch(Character::isISOControl)) {
            var byCode = store.find(actor, PersonType.PERSON, name);
            if (byCode.isPresent()) {
                return byCode.get().id();
            }
            var named = Filter.all(
                    Filter.any(Filter.is(PersonType.NAME, name), Filter.is(PersonType.EMAIL, name)),
                    Filter.is(PersonType.ACTIVE, true));
            var found = store.list(actor, PersonType.PERSON, Query.of(named).limit(2))
                    .items();
            if (found.size() == 1) {
                return found.getFirst().id();
            }
        }
        throw new Refusal(new Problem(Wishes.FOR, Message.of("request.order.nobody_called", Texts.clip(name, 60))));
    }
}
