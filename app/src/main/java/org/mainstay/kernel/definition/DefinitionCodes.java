package org.mainstay.kernel.definition;

import java.util.regex.Pattern;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Texts;

/// What rules of definitions say of codes: how they are made and shaped, and what stays as it was.
public final class DefinitionCodes {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");

    private DefinitionCodes() {}

    /// Makes the code of a new definition of its label where nobody gives one, and refuses what is no code.
    public static void coded(Draft draft, Attribute<String> code, Attribute<String> label) {
        var name = draft.get(label);
        if (draft.created() && draft.get(code) == null && name != null) {
            draft.set(code, Texts.slug(name, '_'));
        }
        shaped(draft, code, CODE);
    }

    static void shaped(Draft draft, Attribute<String> attribute, Pattern shape) {
        var value = draft.get(attribute);
        if (value != null && draft.changes(attribute) && !shape.matcher(value).matches()) {
            draft.refuse(attribute, "kernel.definition.not_a_code", value);
        }
    }

    /// Refuses to change what was said when the definition was made.
    public static void fixed(Draft draft, Attribute<?>... attributes) {
        for (var attribute : attributes) {
            if (!draft.created() && draft.changes(attribute)) {
                draft.refuse(attribute, "kernel.definition.fixed");
            }
        }
    }
}
