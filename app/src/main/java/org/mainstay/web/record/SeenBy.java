package org.mainstay.web.record;

import java.util.List;
import org.mainstay.web.Shown;

/// Whether somebody sees a record, and why.
///
/// @param failed what would have let them and does not hold; for those who do not see it
public record SeenBy(Shown person, boolean sees, String why, List<String> failed) {}
