package org.mainstay.web;

import java.util.List;

/// Whether somebody sees a record, and why.
///
/// @param failed what would have let them and does not hold; for those who do not see it
public record SeenBy(Shown person, boolean sees, String why, List<String> failed) {}
