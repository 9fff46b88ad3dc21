package org.mainstay.web;

/// Something more about the records of a type, on a page of its own below the record's, contributed as a
/// bean by the module that knows it.
///
/// @param rank lower ones come first
/// @param type code of the record type, or [#EVERY]
/// @param title bundle key
/// @param path below the record's own: `dry-run`
/// @param permission who sees it; empty for everybody who sees the record
/// @param shown whether what it has to show stands on the record's own page, below its long texts
public record Panel(int rank, String type, String title, String path, String permission, boolean shown) {

    /// Of whatever type the record is.
    public static final String EVERY = "*";

    /// One that a link leads to.
    public Panel(int rank, String type, String title, String path, String permission) {
        this(rank, type, title, path, permission, false);
    }
}
