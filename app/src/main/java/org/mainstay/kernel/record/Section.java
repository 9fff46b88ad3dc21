package org.mainstay.kernel.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Attributes of a record type that are shown together.
///
/// @param name its title where it is none of the type's own; of these the title is the bundle key
/// `<type>.section.<name>`, or `record.section.<name>` for [#REST]
public record Section(String name, List<Attribute<?>> attributes) {

    /// What no section of the type names: custom fields, what every record has, and everything where the type
    /// declares no section.
    public static final String REST = "rest";

    static List<Section> covering(List<Attribute<?>> all, List<Section> declared) {
        var named = new HashSet<Attribute<?>>();
        for (var section : declared) {
            for (var attribute : section.attributes) {
                if (!all.contains(attribute) || !named.add(attribute)) {
                    throw new IllegalArgumentException(section.name + " cannot show " + attribute);
                }
            }
        }
        var sections = new ArrayList<>(declared);
        var rest = rest(all, named);
        if (!rest.isEmpty()) {
            sections.add(new Section(REST, rest));
        }
        return List.copyOf(sections);
    }

    private static List<Attribute<?>> rest(List<Attribute<?>> all, Set<Attribute<?>> named) {
        return all.stream().filter(it -> !named.contains(it)).toList();
    }
}
