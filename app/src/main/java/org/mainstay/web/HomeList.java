package org.mainstay.web;

/// A list on the home page, contributed as a bean: the first records of a collection that match.
///
/// @param rank lower ones come first
/// @param title bundle key
/// @param collection as in addresses
/// @param filter in the filter language
/// @param permission who sees it; empty for everybody
/// @param quiet whether it is there only while it has records, and comes after the others
public record HomeList(int rank, String title, String collection, String filter, String permission, boolean quiet) {

    public HomeList(int rank, String title, String collection, String filter, String permission) {
        this(rank, title, collection, filter, permission, false);
    }
}
