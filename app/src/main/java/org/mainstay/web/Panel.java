package org.mainstay.web;

import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// Something more about the records of a type, on a page of its own below the record's, contributed as a
/// bean by the module that knows it.
///
/// @param rank lower ones come first
/// @param type code of the record type, or [#EVERY]
/// @param title bundle key
/// @param path below the record's own: `dry-run`
/// @param permission who sees it; empty for everybody who sees the record
/// @param shown whether what it has to show stands on the record's own page, below its long texts
/// @param leads whether a button beside the record's actions leads to it: where one works on the record
/// @param also code of a reference to a person who sees it too, without the permission; empty for none
public record Panel(
        int rank,
        String type,
        String title,
        String path,
        String permission,
        boolean shown,
        boolean leads,
        String also) {

    /// Of whatever type the record is.
    public static final String EVERY = "*";

    /// One that a link leads to.
    public Panel(int rank, String type, String title, String path, String permission) {
        this(rank, type, title, path, permission, false);
    }

    /// One to which no button leads.
    public Panel(int rank, String type, String title, String path, String permission, boolean shown) {
        this(rank, type, title, path, permission, shown, "");
    }

    public Panel(int rank, String type, String title, String path, String permission, boolean shown, String also) {
        this(rank, type, title, path, permission, shown, false, also);
    }

    /// The page on which such records are designed.
    public static Panel designer(String type, String title, String path, String permission) {
        return new Panel(5, type, title, path, permission, false, true, "");
    }

    /// Whether it is offered to somebody who sees the record.
    public boolean offered(Actor actor, Snapshot record) {
        return permission.isEmpty() || actor.may(permission) || names(record, actor.id());
    }

    private boolean names(Snapshot record, UUID person) {
        return !also.isEmpty()
                && record.type()
                        .attribute(also)
                        .filter(it -> person.equals(record.get(it)))
                        .isPresent();
    }
}
