package org.mainstay.web.form;

import java.util.List;

/// What a form for a new record offers beside its inputs.
///
/// @param collection whose record it makes
/// @param templates that could be begun with
/// @param left what an address or a template gave and could not be taken, a sentence each
/// @param quick whether only what is needed is asked for
/// @param similar where similar records are shown while the label is typed; empty for nowhere
/// @param label name of the input that similar records are found by
public record Prefill(
        String collection, List<Template> templates, List<String> left, boolean quick, String similar, String label) {

    public record Template(String name, String href, boolean chosen) {}
}
