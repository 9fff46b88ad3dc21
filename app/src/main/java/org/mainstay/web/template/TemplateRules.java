package org.mainstay.web.template;

import java.util.regex.Pattern;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Permissions;
import org.mainstay.web.template.TemplateType.Sight;

/// Who may make templates for whom, and what they may say.
record TemplateRules(RecordTypes types, Installation installation) implements Rule {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,79}");

    @Override
    public String type() {
        return "template";
    }

    @Override
    public void apply(Draft draft) {
        seen(draft);
        code(draft);
        var code = draft.get(TemplateType.RECORD_TYPE);
        var type = code == null ? null : types.byCode(code).orElse(null);
        if (code != null && type == null) {
            draft.refuse(TemplateType.RECORD_TYPE, "kernel.definition.unknown_type", code);
        }
        var presets = draft.get(TemplateType.PRESETS);
        if (type != null && presets != null && draft.changes(TemplateType.PRESETS)) {
            Presets.of(presets)
                    .unreadable()
                    .ifPresent(line -> draft.refuse(TemplateType.PRESETS, "template.unreadable", line));
            Presets.of(presets).values().keySet().stream()
                    .filter(it -> type.attribute(it).isEmpty())
                    .findFirst()
                    .ifPresent(it -> draft.refuse(TemplateType.PRESETS, "kernel.save.unknown_attribute", it));
        }
    }

    private void seen(Draft draft) {
        var sight = draft.get(TemplateType.SEEN_BY);
        boolean moves = draft.created()
                || draft.changes(TemplateType.SEEN_BY)
                || draft.changes(TemplateType.GROUP)
                || draft.changes(TemplateType.OWNER);
        if (sight == null || !moves) {
            return;
        }
        boolean administers = draft.actor().may(Permissions.ADMIN, installation.organisation());
        switch (sight) {
            case PRIVATE -> {
                if (draft.get(TemplateType.OWNER) == null) {
                    draft.set(TemplateType.OWNER, draft.actor().id());
                }
                draft.set(TemplateType.GROUP, null);
            }
            case GROUP -> {
                draft.set(TemplateType.OWNER, null);
                var group = draft.get(TemplateType.GROUP);
                if (group == null) {
                    draft.refuse(TemplateType.GROUP, "kernel.save.required");
                } else if (!administers && !draft.actor().groups().contains(group)) {
                    draft.refuse(TemplateType.GROUP, "template.own_groups");
                }
            }
            case EVERYONE -> {
                draft.set(TemplateType.OWNER, null);
                draft.set(TemplateType.GROUP, null);
                if (!administers) {
                    draft.refuse(TemplateType.SEEN_BY, "kernel.access.administrators_only");
                }
            }
        }
    }

    /// What only some see begins with something of its own, so that a code that is taken tells nothing.
    private static void code(Draft draft) {
        if (!draft.created()) {
            return;
        }
        var given = draft.get(TemplateType.CODE);
        var name = draft.get(TemplateType.NAME);
        if (given == null && name != null) {
            var slug = Texts.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
            var own = draft.id().toString().replace("-", "");
            draft.set(
                    TemplateType.CODE,
                    (slug.isEmpty() ? "template" : slug.substring(0, Math.min(50, slug.length()))) + "-"
                            + own.substring(own.length() - 6));
        } else if (given != null && !CODE.matcher(given).matches()) {
            draft.refuse(TemplateType.CODE, "kernel.definition.not_a_code", given);
        }
    }
}
