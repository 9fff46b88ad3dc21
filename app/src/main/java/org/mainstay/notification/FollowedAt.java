package org.mainstay.notification;

/// Where those who asked for records of a type follow them, if they do not work on them; contributed as a bean by
/// the module of those pages.
///
/// @param type code of the record type
/// @param path of the pages, to be followed by `/` and the record's number
public record FollowedAt(String type, String path) {}
