package org.mainstay.cmdb.classes;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.definition.CustomField;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Snapshot;

/// An attribute that items of a class, and of the classes below it, have.
///
/// @param itemClass code of the class
/// @param options the list of a pick, the record type of a reference
/// @param unit what a number counts, shown behind it
/// @param fleeting whether its values come and go by themselves
public record ItemAttribute(
        String itemClass,
        String code,
        CustomField.Sort sort,
        @Nullable String options,
        @Nullable String unit,
        String label,
        @Nullable String labelInGerman,
        boolean required,
        boolean searched,
        boolean fleeting) {

    static ItemAttribute of(Snapshot it) {
        return new ItemAttribute(
                it.need(ItemAttributeType.ITEM_CLASS),
                it.need(ItemAttributeType.CODE),
                it.need(ItemAttributeType.KIND),
                it.get(ItemAttributeType.OPTIONS),
                it.get(ItemAttributeType.UNIT),
                it.need(ItemAttributeType.LABEL),
                it.get(ItemAttributeType.LABEL_DE),
                it.need(ItemAttributeType.IS_REQUIRED),
                it.need(ItemAttributeType.IS_SEARCHED),
                it.need(ItemAttributeType.IS_VOLATILE));
    }

    /// The list that holds the options of an attribute of kind `choice`.
    public static String list(String code) {
        return "ci:" + code;
    }

    Kind<?> kind() {
        return sort.kind(sort == CustomField.Sort.CHOICE ? list(code) : options);
    }

    /// The attribute that the platform sees.
    ///
    /// @param by the attribute that says the class of an item
    /// @param classes codes of the classes that have it
    Attribute<?> attribute(Attribute<?> by, Set<String> classes) {
        var traits = EnumSet.noneOf(Trait.class);
        if (searched) {
            traits.add(Trait.SEARCHED);
        }
        var names = new HashMap<Locale, String>();
        names.put(Locale.ENGLISH, named(label));
        names.put(Locale.GERMAN, named(labelInGerman == null ? label : labelInGerman));
        return Attribute.key("attributes", code, kind(), traits.toArray(Trait[]::new))
                .named(names)
                .only(by, classes);
    }

    private String named(String name) {
        return unit == null ? name : name + " (" + unit + ")";
    }
}
