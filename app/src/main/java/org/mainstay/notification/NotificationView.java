package org.mainstay.notification;

import java.util.List;
import org.mainstay.web.Shown;

/// A person's notifications as a page: grouped by record, newest first.
///
/// @param until what came later than that stays unread, though everything is marked as read
/// @param older where the next page is; empty on the last
public record NotificationView(
        boolean unread, List<Group> groups, List<Preference> preferences, long until, String older, boolean later) {

    /// What is told of one record.
    ///
    /// @param fresh how many of it are unread
    public record Group(String id, String number, String label, String href, int fresh, List<Line> lines) {}

    /// @param sort code, which chooses the sign
    /// @param said the beginning of what was said; empty for none
    public record Line(
            String sort, String text, String said, boolean internal, boolean read, String href, Shown.Moment when) {}

    public record Preference(String sort, String label, boolean heard) {}

    /// Whether there is anything to be marked as read.
    public boolean marks() {
        return !groups.isEmpty() || !older.isEmpty();
    }

    /// The address of this page.
    public String href() {
        return unread ? "/notifications" : "/notifications?show=all";
    }
}
