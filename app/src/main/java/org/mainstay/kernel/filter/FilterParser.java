package org.mainstay.kernel.filter;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;

/// Reads the search-bar language. Interim: `code:value` terms joined by and.
public final class FilterParser {

    public FilterParser(RecordTypes types, Access access, References references) {}

    public Parsed parse(String text, RecordType<?> type, FilterContext context) {
        var all = new ArrayList<Filter>();
        for (String term : text.strip().split("\\s+")) {
            int colon = term.indexOf(':');
            if (term.isEmpty()) {
                continue;
            }
            var attribute =
                    colon < 0 ? null : type.attribute(term.substring(0, colon)).orElse(null);
            if (attribute == null) {
                return new Parsed.Bad(List.of(
                        new FilterError(1, term.length(), Message.of("kernel.filter.unknown", term), List.of())));
            }
            var values = new ArrayList<Object>();
            for (String value : term.substring(colon + 1).split(",")) {
                values.add(attribute.kind().parse(value));
            }
            all.add(new Filter.OneOf(Filter.Path.of(attribute), values));
        }
        return new Parsed.Good(new Filter.All(all));
    }
}
