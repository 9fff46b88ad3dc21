package org.mainstay.cmdb.health;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frame;

/// A column beside the measures of what is known by other ways than a round through all items; it does not count for
/// the score. A bean of this type adds one to the page of health.
public interface HealthColumn {

    Column of(Dimension by, Actor actor, Frame frame);

    /// @param all of all items together; null where rows overlap
    /// @param rows by code of the class, by id of the group (empty for none), by id of the service
    record Column(String label, @Nullable Cell all, Map<String, Cell> rows) {}

    /// @param text what is known, in a few letters
    /// @param hint how sure that is; empty for nothing to say
    /// @param href where it is told at length
    record Cell(String text, String hint, String href) {}
}
