package org.mainstay.web;

/// Something more about the records of a type, on a page of its own below the record's, contributed as a
/// bean by the module that knows it.
///
/// @param rank lower ones come first
/// @param type code of the record type, or [#EVERY]
/// @param title bundle key
/// @param path below the record's own: `dry-run`
/// @param permission who sees it; empty for everybody who sees the record
public record Panel(int rank, String type, String title, String path, String permission) {

    /// Of whatever type the record is.
    public static final String EVERY = "*";
}
