package org.mainstay.request.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.request.form.Condition.Part;

/// What conditions may know besides answers: the day, and what is listed here of the person the form is for.
///
/// @param today for the requester, by the server's clock
/// @param known facts by name; one that is missing is none
public record Facts(LocalDate today, Map<String, Answer> known) {

    /// The facts there are, and what sort of value each is.
    static final Map<String, ValueType> NAMES = names();

    /// Which sort of question may begin with the fact; those of texts with any text.
    static final Map<String, String> RECORDS = Map.of(
            "requester", "person",
            "requester.manager", "person",
            "requester.location", "location");

    public Facts {
        known = Map.copyOf(known);
    }

    private static Map<String, ValueType> names() {
        var names = new LinkedHashMap<String, ValueType>();
        names.put("requester", ValueType.REFERENCE);
        names.put("requester.name", ValueType.TEXT);
        names.put("requester.email", ValueType.TEXT);
        names.put("requester.department", ValueType.TEXT);
        names.put("requester.title", ValueType.TEXT);
        names.put("requester.location", ValueType.REFERENCE);
        names.put("requester.manager", ValueType.REFERENCE);
        names.put("requester.organisation", ValueType.REFERENCE);
        names.put("requester.language", ValueType.CODE);
        names.put("requester.vip", ValueType.YES_NO);
        return names;
    }

    /// The same, with nothing but what these name.
    Facts only(Set<String> names) {
        var fewer = new LinkedHashMap<>(known);
        fewer.keySet().retainAll(names);
        return new Facts(today, fewer);
    }

    List<String> values(String name) {
        @Nullable Answer fact = known.get(name);
        return fact == null ? List.of() : fact.values(Part.WHOLE);
    }
}
