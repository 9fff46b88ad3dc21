package org.mainstay.web.announcement;

import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// An announcement ends after it begins, and is for everybody, an organisation or a group.
final class AnnouncementRules implements Rule {

    @Override
    public String type() {
        return "announcement";
    }

    @Override
    public void apply(Draft draft) {
        var starts = draft.get(AnnouncementType.STARTS_AT);
        var ends = draft.get(AnnouncementType.ENDS_AT);
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            draft.refuse(AnnouncementType.ENDS_AT, "announcement.ends_first");
        }
        if (draft.get(AnnouncementType.FOR_ORGANISATION) != null && draft.get(AnnouncementType.FOR_GROUP) != null) {
            draft.refuse(AnnouncementType.FOR_GROUP, "announcement.one_audience");
        }
    }
}
