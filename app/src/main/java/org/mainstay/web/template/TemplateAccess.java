package org.mainstay.web.template;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Filter.Operand;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.template.TemplateType.Sight;

/// A private template is its owner's, a group's its members'; everyone's belong to administrators.
final class TemplateAccess implements AccessRule {

    @Override
    public String type() {
        return "template";
    }

    @Override
    public Filter visible(Actor actor) {
        return Filter.any(
                Filter.is(TemplateType.SEEN_BY, Sight.EVERYONE),
                Filter.is(TemplateType.OWNER, new Operand.Me()),
                Filter.is(TemplateType.GROUP, new Operand.MyGroups()));
    }

    @Override
    public String reason(int index) {
        return switch (index) {
            case 0 -> "template.access.everyone";
            case 1 -> "template.access.yours";
            default -> "template.access.group";
        };
    }

    /// For whom, the rules decide.
    @Override
    public Decision create(Actor actor, UUID organisation) {
        return Decision.allowed("template.access.yours");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        if (actor.id().equals(subject.get(TemplateType.OWNER))) {
            return Decision.allowed("template.access.yours");
        }
        var group = subject.get(TemplateType.GROUP);
        return group != null && actor.groups().contains(group)
                ? Decision.allowed("template.access.group")
                : Decision.denied("kernel.access.administrators_only");
    }

    /// Whose it is follows from who made it; administrators may give it to somebody else.
    @Override
    public boolean writes(Actor actor, Attribute<?> attribute, @Nullable Snapshot subject) {
        return attribute != TemplateType.OWNER;
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return actor.may("admin", subject.organisation())
                ? Decision.allowed("kernel.access.administrator")
                : edit(actor, subject);
    }

    @Override
    public Decision restore(Actor actor, Snapshot subject) {
        return Decision.denied("kernel.access.administrators_only");
    }
}
