package org.mainstay.kernel.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.PickList;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.store.RecordTypes;

/// What administrators have defined, as this node knows it: the options of every list, and the custom
/// fields of every type, which it lays over the [RecordTypes].
public final class Definitions implements Picks {

    /// A list that nobody keeps: the types of records there are, by their codes.
    public static final String RECORD_TYPES = "record_type";

    private static final ScopedValue<Map<String, Map<String, Entry>>> TRIED = ScopedValue.newInstance();

    private final LiveViews views;
    private final LiveView<Map<String, Map<String, Entry>>> lists;
    private final LiveView<Map<String, Map<String, CustomField>>> fields;
    private final RecordTypes types;
    private final Map<String, PickList> kept;
    private final Map<CustomField, Attribute<?>> attributes = new HashMap<>();

    private record Entry(
            String code, String label, @Nullable String labelInGerman, boolean active) {

        String label(Locale locale) {
            return labelInGerman != null && locale.getLanguage().equals("de") ? labelInGerman : label;
        }
    }

    /// @param kept the lists that are no `pick` records
    public Definitions(LiveViews views, RecordTypes types, List<PickList> kept) {
        this.views = views;
        this.types = types;
        this.kept = kept.stream().collect(Collectors.toMap(PickList::code, Function.identity()));
        lists = views.of(List.of(PickType.PICK), () -> lists(views));
        fields = views.of(List.of(CustomFieldType.CUSTOM_FIELD), () -> fields(views));
    }

    @Override
    public boolean has(String list, String code) {
        var kept = kept(list);
        if (kept != null) {
            return kept.has(code);
        }
        var entry = entries(list).get(code);
        return entry != null && entry.active();
    }

    @Override
    public List<Option> options(String list, Locale locale) {
        var kept = kept(list);
        if (kept != null) {
            return kept.options(locale);
        }
        return entries(list).values().stream()
                .filter(Entry::active)
                .map(it -> new Option(it.code(), it.label(locale)))
                .toList();
    }

    @Override
    public String label(String list, String code, Locale locale) {
        var kept = kept(list);
        if (kept != null) {
            return kept.label(code, locale);
        }
        var entry = entries(list).get(code);
        return entry == null ? code : entry.label(locale);
    }

    @Override
    public Set<String> within(String list, String code) {
        var kept = kept(list);
        return kept == null ? Set.of(code) : kept.within(code);
    }

    /// Null for a list of `pick` records.
    private @Nullable PickList kept(String list) {
        return kept.get(list);
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

    /// What a question comes to where everything is defined that the transaction at hand has defined so far, for
    /// this thread only: nobody else sees it before the transaction ends.
    public <T> T trying(Supplier<T> question) {
        var overlay = new HashMap<String, List<Attribute<?>>>();
        views.records(CustomFieldType.CUSTOM_FIELD).stream()
                .map(CustomField::of)
                .forEach(it -> overlay.computeIfAbsent(it.type(), _ -> new ArrayList<>())
                        .add(attribute(it)));
        Supplier<T> inLists = question;
        for (var list : kept.values()) {
            var inner = inLists;
            inLists = () -> list.trying(inner);
        }
        var everywhere = inLists;
        return ScopedValue.where(TRIED, lists(views))
                .call(() -> types.trying(CustomFieldType.CUSTOM_FIELD.code(), overlay, everywhere));
    }

    private synchronized Attribute<?> attribute(CustomField field) {
        return attributes.getOrDefault(field, field.attribute());
    }

    private Map<String, Entry> entries(String list) {
        return TRIED.orElse(lists.get()).getOrDefault(list, Map.of());
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
        types.overlay(CustomFieldType.CUSTOM_FIELD.code(), overlay);
        return fields;
    }
}
