package org.mainstay.request.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A form as an administrator writes it. [DocumentReader] reads it, [DocumentWriter] writes it, [FormCheck] checks it.
public record FormDocument(List<FormSection> sections) {

    static final int MOST_SECTIONS = 20;
    static final int MOST_QUESTIONS = 200;

    public FormDocument {
        sections = List.copyOf(sections);
    }

    /// The codes of the sets it uses, in their order.
    public Set<String> sets() {
        var sets = new LinkedHashSet<String>();
        sections.forEach(section -> section.entries().forEach(entry -> {
            if (entry instanceof SetUse(var set)) {
                sets.add(set);
            }
        }));
        return sets;
    }
}
