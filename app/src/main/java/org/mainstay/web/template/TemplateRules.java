package org.mainstay.web.template;

import java.util.regex.Pattern;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Audience;

/// Who may make templates for whom, and what they may say.
record TemplateRules(RecordTypes types, Access access, Installation installation) implements Rule {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,79}");

    @Override
    public String type() {
        return "template";
    }

    @Override
    public void apply(Draft draft) {
        shared(draft);
        code(draft);
        var code = draft.get(TemplateType.RECORD_TYPE);
        var type = code == null ? null : types.byCode(code).orElse(null);
        var presets = draft.get(TemplateType.PRESETS);
        if (type != null && presets != null && draft.changes(TemplateType.PRESETS)) {
            Presets.of(presets)
                    .unreadable()
                    .ifPresent(line -> draft.refuse(TemplateType.PRESETS, "template.unreadable", line));
            Presets.of(presets).values().keySet().stream()
                    .filter(named -> type.attribute(named)
                            .filter(it -> access.reads(type, it, draft.actor()))
                            .isEmpty())
                    .findFirst()
                    .ifPresent(it -> draft.refuse(TemplateType.PRESETS, "kernel.save.unknown_attribute", it));
        }
    }

    /// A private one has an owner, a group's a group, everyone's neither.
    private void shared(Draft draft) {
        var audience = draft.get(TemplateType.AUDIENCE);
        if (audience == Audience.PRIVATE && draft.get(TemplateType.OWNER) == null) {
            draft.set(TemplateType.OWNER, draft.actor().id());
        }
        if (audience != Audience.PRIVATE) {
            draft.set(TemplateType.OWNER, null);
        }
        if (audience != Audience.GROUP) {
            draft.set(TemplateType.GROUP, null);
        }
        TemplateType.SHARING.check(draft, installation.organisation());
    }

    /// What only some see begins with something of its own, so that a code that is taken tells nothing.
    private static void code(Draft draft) {
        if (!draft.created()) {
            return;
        }
        var given = draft.get(TemplateType.CODE);
        var name = draft.get(TemplateType.NAME);
        if (given == null && name != null) {
            var slug = Texts.slug(name, '-');
            var own = draft.id().toString().replace("-", "");
            draft.set(TemplateType.CODE, (slug.isEmpty() ? "template" : slug) + "-" + own.substring(own.length() - 6));
        } else if (given != null && !CODE.matcher(given).matches()) {
            draft.refuse(TemplateType.CODE, "kernel.definition.not_a_code", given);
        }
    }
}
