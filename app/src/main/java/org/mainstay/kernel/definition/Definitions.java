package org.mainstay.kernel.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.store.RecordTypes;

/// What administrators have defined, as this node knows it: the options of every list, and the custom
/// fields of every type, which it lays over the [RecordTypes].
public final class Definitions implements Picks {

    private final LiveView<Map<String, Map<String, Entry>>> lists;
    private final LiveView<Map<String, Map<String, CustomField>>> fields;
    private final RecordTypes types;
    private final Map<CustomField, Attribute<?>> attributes = new HashMap<>();

    private record Entry(
            String code, String label, @Nullable String labelInGerman, boolean active) {

        String label(Locale locale) {
            return labelInGerman != null && locale.getLanguage().equals("de") ? labelInGerman : label;
        }
    }

    public Definitions(LiveViews views, RecordTypes types) {
        this.types = types;
        lists = views.of(List.of(PickType.PICK), () -> lists(views));
        fields = views.of(List.of(CustomFieldType.CUSTOM_FIELD), () -> fields(views));
    }

    @Override
    public boolean has(String list, String code) {
        var entry = entries(list).get(code);
        return entry != null && entry.active();
    }

    @Override
    public List<Option> options(String list, Locale locale) {
        return entries(list).values().stream()
                .filter(Entry::active)
                .map(it -> new Option(it.code(), it.label(locale)))
                .toList();
    }

    @Override
    public String label(String list, String code, Locale locale) {
        var entry = entries(list).get(code);
        return entry == null ? code : entry.label(locale);
    }

    /// The label of a custom field.
    ///
    /// @param attribute the attribute's code, `custom.` included
    public Optional<String> fieldLabel(String type, String attribute, Locale locale) {
        var field = fields.get().getOrDefault(type, Map.of()).get(attribute.replaceFirst("^custom\\.", ""));
        return Optional.ofNullable(field).map(it -> it.label(locale));
    }

    /// The custom fields of a type, in their order.
    public List<CustomField> fields(String type) {
        return List.copyOf(fields.get().getOrDefault(type, Map.of()).values());
    }

    private Map<String, Entry> entries(String list) {
        return lists.get().getOrDefault(list, Map.of());
    }

    private static Map<String, Map<String, Entry>> lists(LiveViews views) {
        var lists = new HashMap<String, Map<String, Entry>>();
        views.records(PickType.PICK).forEach(it -> {
            var entry = new Entry(
                    it.need(PickType.CODE),
                    it.need(PickType.LABEL),
                    it.get(PickType.LABEL_DE),
                    it.need(PickType.ACTIVE));
            lists.computeIfAbsent(it.need(PickType.LIST), _ -> new LinkedHashMap<>())
                    .put(entry.code(), entry);
        });
        return lists;
    }

    /// Fields that stay as they are keep their attribute, so that what holds one goes on working.
    private synchronized Map<String, Map<String, CustomField>> fields(LiveViews views) {
        var fields = new HashMap<String, Map<String, CustomField>>();
        var overlay = new HashMap<String, List<Attribute<?>>>();
        var current = new HashMap<CustomField, Attribute<?>>();
        views.records(CustomFieldType.CUSTOM_FIELD).stream()
                .map(CustomField::of)
                .forEach(it -> {
                    var attribute = attributes.getOrDefault(it, it.attribute());
                    current.put(it, attribute);
                    fields.computeIfAbsent(it.type(), _ -> new LinkedHashMap<>())
                            .put(it.code(), it);
                    overlay.computeIfAbsent(it.type(), _ -> new ArrayList<>()).add(attribute);
                });
        attributes.clear();
        attributes.putAll(current);
        types.overlay(overlay);
        return fields;
    }
}
