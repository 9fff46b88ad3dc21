package org.mainstay.cmdb.unknown;

import java.util.List;
import org.mainstay.transfer.ImportView;

/// What the page of unknown devices shows.
///
/// @param filter that narrows the list
/// @param devices of the list, or those that were chosen
/// @param more whether there are more than are shown
/// @param proposed whether a class was chosen, so that a rule is proposed
/// @param condition of the rule, in the filter language; empty where nothing is common to the devices
/// @param further unknown devices that the rule would classify too
/// @param same things that have the class already and fit
/// @param others things of other classes that fit, as text for a warning; empty for none
/// @param rules whether the reader may make rules
public record UnknownView(
        String filter,
        List<Device> devices,
        boolean more,
        List<ImportView.Option> classes,
        String itemClass,
        boolean proposed,
        String condition,
        String name,
        long further,
        long same,
        String others,
        String othersHref,
        String furtherHref,
        boolean rules,
        List<String> errors,
        String done) {

    /// @param facts what tells what it may be
    public record Device(String id, String href, String name, String facts, boolean chosen) {}
}
