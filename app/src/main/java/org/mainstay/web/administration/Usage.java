package org.mainstay.web.administration;

/// How many records hold what.
///
/// @param href the records, as a list
/// @param wrong whether it would be refused today
public record Usage(String text, String href, boolean wrong) {}
