package org.mainstay.kernel.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Attributes of a record type that are shown together.
///
/// @param name its title where it is none of the type's own; of these the title is the bundle key
/// `<type>.section.<name>`, or `record.section.<name>` for [#REST]
public record Section(String name, List<Attribute<?>> attributes) {

    /// What only some of the type's records have.
    public static final String SOME = "some";

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
        var rest = all.stream().filter(it -> !named.contains(it)).toList();
        add(sections, SOME, rest.stream().filter(it -> it.only() != null).toList());
        add(sections, REST, rest.stream().filter(it -> it.only() == null).toList());
        return List.copyOf(sections);
    }

    private static void add(List<Section> sections, String name, List<Attribute<?>> attributes) {
        if (!attributes.isEmpty()) {
            sections.add(new Section(name, attributes));
        }
    }
}
