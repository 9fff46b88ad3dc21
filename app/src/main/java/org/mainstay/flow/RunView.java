package org.mainstay.flow;

import java.util.List;
import java.util.Map;
import org.mainstay.web.Shown;

/// Where the work on a record is: what its reader may see of a run.
///
/// @param name of the flow and its revision; empty for those who only wait for it
/// @param reason why it stands still as a whole; empty where it does not
/// @param xml the diagram, without anything that steps do
/// @param standings of elements in the diagram: `done`, `now`, `failed`
/// @param words what the standings are called
public record RunView(
        String name,
        String code,
        String state,
        String reason,
        List<Line> lines,
        List<Verb> verbs,
        String xml,
        Map<String, String> standings,
        Map<String, String> words) {

    /// For the browser: `element:standing`, one after the other.
    public String marks() {
        return String.join(
                " ",
                standings.entrySet().stream()
                        .map(it -> it.getKey() + ":" + it.getValue())
                        .sorted()
                        .toList());
    }

    /// A step.
    ///
    /// @param kind for those who work on it
    /// @param standing `done`, `now`, `failed`, `left` or `next`
    /// @param label what that is called
    /// @param who with whom it is; empty for nobody
    /// @param outcome how it ended, in words
    /// @param reason why it failed or was left out
    /// @param made what came of it, for those who may open it
    /// @param below runs of flows within it
    public record Line(
            String name,
            String kind,
            String standing,
            String label,
            Shown since,
            Shown ended,
            Shown due,
            String who,
            String awaits,
            String outcome,
            String reason,
            Shown made,
            List<RunView> below) {}

    /// Something to be done about a failed step.
    public record Verb(String href, String label) {}
}
