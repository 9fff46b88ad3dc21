package org.mainstay.web.administration;

/// Something that can be configured.
///
/// @param count how much there is of it; empty for what is not counted
/// @param about what it is for
public record Place(String title, String href, String icon, String count, String about) {}
