package org.mainstay.web.announcement;

import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Filter.Operand;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;

/// Seen by those it is for; administrators make them.
final class AnnouncementAccess implements AccessRule {

    @Override
    public String type() {
        return "announcement";
    }

    @Override
    public Filter visible(Actor actor) {
        return Filter.any(
                Filter.all(
                        new Filter.Empty(Path.of(AnnouncementType.FOR_ORGANISATION)),
                        new Filter.Empty(Path.of(AnnouncementType.FOR_GROUP))),
                Filter.is(AnnouncementType.FOR_ORGANISATION, actor.organisation()),
                Filter.is(AnnouncementType.FOR_GROUP, new Operand.MyGroups()));
    }

    @Override
    public String reason(int index) {
        return "announcement.access";
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return Decision.denied("kernel.access.administrators_only");
    }
}
