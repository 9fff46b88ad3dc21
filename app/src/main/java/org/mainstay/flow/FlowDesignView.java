package org.mainstay.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.web.FormView;
import org.mainstay.web.Shown;

/// What the pages show on which a flow is designed.
///
/// @param href of the list of steps; `diagram` of the drawing
/// @param version of the flow's record, which changes are made on
/// @param state what is published of it
/// @param publish href of the action
/// @param line whether it is a line, which the list can change
/// @param errors of the flow as a whole
/// @param kinds that steps can be of
/// @param complete collection in whose filter language conditions are
public record FlowDesignView(
        String number,
        String title,
        String href,
        String diagram,
        String version,
        String state,
        String publish,
        boolean line,
        List<String> errors,
        List<Line> lines,
        List<FormView.Option> kinds,
        @Nullable Editor editor,
        List<Version> versions,
        String complete) {

    /// Whether what is edited stands there.
    public boolean edits(String spot) {
        return editor != null && editor.spot().equals(spot);
    }

    /// @param element that draws it, for its shape
    /// @param says what is said of it, in words
    public record Line(String id, String name, String kind, String kindLabel, List<String> says, List<String> faults) {}

    /// @param spot id of the step; `new` for one that there will be
    /// @param before id of the step that one follows which there will be; empty at the end
    /// @param hint what steps of the kind are for
    public record Editor(
            String spot, String before, String kind, String title, String hint, List<FormView.Input> inputs) {}

    public record Version(String href, String name, String note, Shown at, boolean current) {}

    /// What the drawing is made with.
    ///
    /// @param xml BPMN 2.0
    /// @param panels what can be said of elements: of each kind of step, of ways, and of everything else
    /// @param faults of elements
    public record Drawn(String xml, List<Editor> panels, List<Tool> tools, List<Marked> faults) {}

    /// Something that can be drawn.
    ///
    /// @param kind of a step; else what it is
    /// @param element of BPMN, as the library calls it; `definition` of the event
    public record Tool(String kind, String element, String definition, String label, String icon) {}

    public record Marked(String element, String name, String text) {}
}
