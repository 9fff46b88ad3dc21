package org.mainstay.request.form;

import java.util.List;

/// Questions that are asked together.
///
/// @param showWhen a condition on earlier sections; empty for always
public record FormSection(String code, Words label, Words hint, String showWhen, List<Entry> entries) {

    public FormSection {
        entries = List.copyOf(entries);
    }

    FormSection with(List<Entry> others) {
        return new FormSection(code, label, hint, showWhen, others);
    }
}
