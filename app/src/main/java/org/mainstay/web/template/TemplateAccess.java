package org.mainstay.web.template;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.web.Sharing;

/// A private template is its owner's, a group's its members'; everyone's belong to administrators.
record TemplateAccess(Installation installation) implements AccessRule {

    @Override
    public String type() {
        return "template";
    }

    @Override
    public Filter visible(Actor actor) {
        return TemplateType.SHARING.visible(actor, installation.organisation());
    }

    @Override
    public String reason(int index) {
        return Sharing.reason(index);
    }

    /// For whom, the rules decide.
    @Override
    public Decision create(Actor actor, UUID organisation) {
        return Decision.allowed("web.sharing.owner");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        if (actor.id().equals(subject.get(TemplateType.OWNER))) {
            return Decision.allowed("web.sharing.owner");
        }
        var group = subject.get(TemplateType.GROUP);
        return group != null && actor.groups().contains(group)
                ? Decision.allowed("web.sharing.group")
                : Decision.denied("kernel.access.administrators_only");
    }

    /// Whose it is follows from who made it; administrators may give it to somebody else.
    @Override
    public boolean writes(Actor actor, Attribute<?> attribute, @Nullable Snapshot subject) {
        return attribute != TemplateType.OWNER;
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return actor.may(Grants.ADMIN, subject.organisation())
                ? Decision.allowed("kernel.access.administrator")
                : edit(actor, subject);
    }

    @Override
    public Decision restore(Actor actor, Snapshot subject) {
        return Decision.denied("kernel.access.administrators_only");
    }
}
