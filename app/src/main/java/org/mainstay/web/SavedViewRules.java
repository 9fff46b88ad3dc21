package org.mainstay.web;

import java.time.Clock;
import java.util.Objects;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordTypes;

/// A saved view is of a list that exists, can be read, and is shared only by whoever may.
record SavedViewRules(RecordTypes types, FilterParser parser, Access access, Clock clock) implements Rule {

    @Override
    public String type() {
        return "saved_view";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created() && draft.actor() instanceof Actor.Person person) {
            draft.set(SavedViewType.OWNER, person.id());
        }
        SavedViewType.SHARING.check(draft);
        var of = types.byCollection(Objects.requireNonNullElse(draft.get(SavedViewType.COLLECTION), ""));
        if (of.isEmpty()) {
            draft.refuse(SavedViewType.COLLECTION, "saved_view.no_such_collection");
        } else {
            readable(draft, of.get().type());
        }
    }

    private void readable(Draft draft, RecordType<?> type) {
        var filter = draft.get(SavedViewType.FILTER);
        if (filter != null
                && draft.changes(SavedViewType.FILTER)
                && parser.parse(filter, type, new FilterContext(draft.actor(), clock.instant()))
                        instanceof Parsed.Bad(var errors)) {
            errors.forEach(it -> draft.refuse(new Problem(SavedViewType.FILTER.code(), it.reason())));
        }
        var sort = draft.get(SavedViewType.SORT);
        if (sort != null
                && draft.changes(SavedViewType.SORT)
                && type.orders().stream().noneMatch(it -> it.toString().equals(sort))) {
            draft.refuse(SavedViewType.SORT, "saved_view.no_such_order");
        }
        known(draft, SavedViewType.COLUMNS, type);
        known(draft, SavedViewType.GROUP_BY, type);
    }

    private void known(Draft draft, Attribute<String> attribute, RecordType<?> type) {
        var codes = draft.get(attribute);
        if (codes != null && draft.changes(attribute)) {
            SavedView.codes(codes).stream()
                    .filter(code -> type.attribute(code)
                            .filter(it -> access.reads(type, it, draft.actor()))
                            .isEmpty())
                    .forEach(it -> draft.refuse(attribute, "saved_view.no_such_attribute", it));
        }
    }
}
