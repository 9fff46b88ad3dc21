package org.mainstay.incident;

import java.util.List;
import org.mainstay.web.RecordView;
import org.mainstay.web.Shown;

/// What may have caused an incident, as a part of its page.
///
/// @param href of the incident's page
/// @param maps the maps of its items
/// @param others other incidents that are open around them
/// @param more how many of these are not shown
/// @param sentence in place of changes where there are none
public record WhatChangedView(
        String href,
        String record,
        List<Shown> maps,
        List<Shown> others,
        int more,
        String sentence,
        List<Line> lines,
        String error) {

    /// @param done what was done to it
    /// @param before how long before the incident began
    /// @param near how far away, by way of what
    /// @param change what tells it from others
    /// @param drift the drift that it is part of; nothing where it was told of, or entered by people
    /// @param markable whether it can be marked as a probable cause
    /// @param cause the link by which it is marked; empty where it is not
    public record Line(
            Shown what,
            String done,
            String who,
            Shown.Moment when,
            String before,
            String near,
            List<Shown> path,
            List<RecordView.Line> changes,
            String history,
            String change,
            Shown drift,
            boolean markable,
            String cause) {}
}
