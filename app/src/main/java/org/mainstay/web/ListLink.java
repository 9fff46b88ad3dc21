package org.mainstay.web;

/// Something more about the records of a list, on a page of its own, contributed as a bean by the module that knows it.
///
/// @param collection as addresses name it
/// @param title bundle key
/// @param permission who is led there; empty for everybody who sees the list
/// @param chosen whether it is about the records that are chosen in the list, which come along as `/{collection}/bulk`
///     gets them
public record ListLink(String collection, String title, String href, String permission, boolean chosen) {

    public ListLink(String collection, String title, String href, String permission) {
        this(collection, title, href, permission, false);
    }
}
