package org.mainstay.cmdb.map;

import java.util.List;
import org.mainstay.web.FormView;
import org.mainstay.web.Shown;

/// A map as a page.
///
/// @param href of the item's page
/// @param asOf the moment as an input takes it; empty for now
/// @param before the moment to compare with as an input takes it; empty for none
/// @param sentence what it shows, or why it shows nothing
/// @param nodes nearest first, the item itself being the first
/// @param types the relation types to choose from
/// @param classes the item classes to choose from
/// @param time null where there is nothing to show
public record MapView(
        String href,
        String record,
        MapQuestion asked,
        String asOf,
        String before,
        String sentence,
        String error,
        List<Node> nodes,
        List<Legend> legend,
        List<FormView.Option> types,
        List<FormView.Option> classes,
        List<FormView.Option> depths,
        List<FormView.Option> colours,
        Time time) {

    /// @param key tells it from others on the map
    /// @param shape how it is drawn
    /// @param tone chooses colour and sign
    /// @param word what the colour says
    /// @param health how it does, in a word
    /// @param expand leads to the map with its neighbours; empty where these are there
    /// @param open leads to the map with the group's items one by one; empty for an item
    /// @param away leads to the map around it
    public record Node(
            String key,
            String number,
            String label,
            String itemClass,
            String href,
            String shape,
            boolean planned,
            int distance,
            String tone,
            String word,
            List<Line> lines,
            List<Shown> disturbances,
            List<Edge> edges,
            String expand,
            String open,
            String away) {}

    /// A fact about an item.
    public record Line(String label, Shown value) {}

    /// How an item is related to another on the map.
    ///
    /// @param from whether it leads from this item to the other
    /// @param count of the relations that it stands for
    /// @param tone `added` or `removed` where moments are compared, else empty
    public record Edge(String other, String label, String way, boolean from, int count, String tone) {}

    public record Legend(String tone, String word, int count) {}

    /// @param latest how many days back the slider reaches
    /// @param day where it stands, in days before now
    /// @param marks the days on which something changed, as days before now
    public record Time(int latest, int day, List<Mark> marks, List<Change> changes) {

        static final Time NONE = new Time(0, 0, List.of(), List.of());
    }

    /// @param moment the end of the day, as an input takes it
    /// @param href leads to the map as it was then
    public record Mark(int day, Shown date, int count, String moment, String href) {}

    /// @param tone `added`, `removed` or `changed`
    public record Change(String tone, String word, Shown item, String what) {}
}
