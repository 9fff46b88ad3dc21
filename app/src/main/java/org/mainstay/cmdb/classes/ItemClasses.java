package org.mainstay.cmdb.classes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.PickList;
import org.mainstay.kernel.record.Picks.Option;
import org.mainstay.kernel.store.RecordTypes;

/// The classes and their attributes as this node knows them; lays the attributes over the type of configuration
/// items, each for the items of the classes that have it. As a list of options it is the classes that have items;
/// [#any] has all.
public final class ItemClasses implements PickList {

    /// The classes that may have items.
    public static final String WITH_ITEMS = "ci_class";

    /// Those that only gather others too.
    public static final String ANY = "any_ci_class";

    static final String ITEM = "configuration_item";

    private static final ScopedValue<Tree> TRIED = ScopedValue.newInstance();

    /// Deeper no tree of classes is.
    static final int DEEPEST = 10;

    private final LiveViews views;
    private final RecordTypes types;
    private final LiveView<Tree> tree;
    private Map<Field, Attribute<?>> attributes = Map.of();

    /// @param byLabel in the order of their labels
    /// @param within by class itself and everything below it
    /// @param own attributes by the class that defines them
    private record Tree(
            Map<String, ItemClass> byLabel,
            Map<UUID, ItemClass> byId,
            Map<String, Set<String>> within,
            Map<String, List<ItemAttribute>> own) {

        @Nullable
        ItemClass above(ItemClass one) {
            return one.parent() == null ? null : byId.get(one.parent());
        }

        boolean has(String code) {
            return byLabel.containsKey(code);
        }

        boolean hasItems(String code) {
            var found = byLabel.get(code);
            return found != null && found.hasItems();
        }

        Set<String> within(String code) {
            return within.getOrDefault(code, Set.of(code));
        }
    }

    /// One code, wherever in the tree it is defined.
    private record Field(ItemAttribute first, Set<String> classes) {}

    ItemClasses(LiveViews views, RecordTypes types) {
        this.views = views;
        this.types = types;
        tree = views.of(List.of(ItemClassType.ITEM_CLASS, ItemAttributeType.ITEM_ATTRIBUTE), this::load);
    }

    public Optional<ItemClass> find(String code) {
        return Optional.ofNullable(tree().byLabel.get(code));
    }

    /// All, in the order of their labels in the default language.
    public Collection<ItemClass> all() {
        return tree().byLabel.values();
    }

    /// The class and those above it, the nearest first.
    public List<ItemClass> lineage(String code) {
        var lineage = new ArrayList<ItemClass>();
        var classes = tree();
        var at = classes.byLabel.get(code);
        while (at != null && lineage.size() < DEEPEST) {
            lineage.add(at);
            at = classes.above(at);
        }
        return lineage;
    }

    /// The attributes that items of the class have beside those of every item, from the top of the tree down.
    public List<ItemAttribute> attributes(String code) {
        var own = tree().own;
        return lineage(code).reversed().stream()
                .flatMap(it -> own.getOrDefault(it.code(), List.of()).stream())
                .toList();
    }

    /// Codes of the attributes that an item of the class is called by where nobody names it: its own, or those of the
    /// nearest class above it that says so.
    public List<String> display(String code) {
        return lineage(code).stream()
                .map(ItemClass::display)
                .filter(it -> it != null && !it.isBlank())
                .findFirst()
                .map(ItemClassRules::codes)
                .orElse(List.of());
    }

    /// Whether changes of items of the class are watched: as it says itself, or the nearest class above it that does.
    public boolean watched(String code) {
        return Boolean.TRUE.equals(lineage(code).stream()
                .map(ItemClass::watched)
                .filter(it -> it != null)
                .findFirst()
                .orElse(null));
    }

    /// The definitions of an attribute's code, wherever in the tree.
    public List<ItemAttribute> definitions(String attribute) {
        return tree().own.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.code().equals(attribute))
                .toList();
    }

    @Override
    public String code() {
        return WITH_ITEMS;
    }

    @Override
    public boolean has(String option) {
        return tree().hasItems(option);
    }

    @Override
    public List<Option> options(Locale locale) {
        return all().stream()
                .filter(ItemClass::hasItems)
                .map(it -> new Option(it.code(), it.label(locale)))
                .toList();
    }

    @Override
    public String label(String option, Locale locale) {
        return find(option).map(it -> it.label(locale)).orElse(option);
    }

    @Override
    public Set<String> within(String option) {
        return tree().within(option);
    }

    @Override
    public <T> T trying(Supplier<T> question) {
        var tried = read(views);
        return ScopedValue.where(TRIED, tried)
                .call(() -> types.trying(ItemAttributeType.ITEM_ATTRIBUTE.code(), overlay(tried), question));
    }

    /// The same with the classes that have no items of their own.
    public PickList any() {
        return new Any(this);
    }

    private record Any(ItemClasses classes) implements PickList {

        @Override
        public String code() {
            return ANY;
        }

        @Override
        public boolean has(String option) {
            return classes.tree().has(option);
        }

        @Override
        public List<Option> options(Locale locale) {
            return classes.all().stream()
                    .map(it -> new Option(it.code(), it.label(locale)))
                    .toList();
        }

        @Override
        public String label(String option, Locale locale) {
            return classes.label(option, locale);
        }

        @Override
        public Set<String> within(String option) {
            return classes.within(option);
        }
    }

    private Tree tree() {
        return TRIED.orElse(tree.get());
    }

    private Tree load() {
        var loaded = read(views);
        types.overlay(ItemAttributeType.ITEM_ATTRIBUTE.code(), overlay(loaded));
        return loaded;
    }

    private static Tree read(LiveViews views) {
        var classes = new LinkedHashMap<String, ItemClass>();
        views.records(ItemClassType.ITEM_CLASS).stream().map(ItemClass::of).forEach(it -> classes.put(it.code(), it));
        var byId = new HashMap<UUID, ItemClass>();
        classes.values().forEach(it -> byId.put(it.id(), it));
        var within = new HashMap<String, Set<String>>();
        for (var one : classes.values()) {
            @Nullable ItemClass at = one;
            for (int level = 0; at != null && level < DEEPEST; level++) {
                within.computeIfAbsent(at.code(), _ -> new TreeSet<>()).add(one.code());
                at = at.parent() == null ? null : byId.get(at.parent());
            }
        }
        var own = new LinkedHashMap<String, List<ItemAttribute>>();
        views.records(ItemAttributeType.ITEM_ATTRIBUTE).stream()
                .map(ItemAttribute::of)
                .forEach(it -> own.computeIfAbsent(it.itemClass(), _ -> new ArrayList<>())
                        .add(it));
        return new Tree(classes, byId, within, own);
    }

    /// Attributes that stay as they are stay the same object, so that what holds one goes on working.
    private synchronized Map<String, List<Attribute<?>>> overlay(Tree tree) {
        var fields = new LinkedHashMap<String, Field>();
        tree.own.forEach((code, defined) -> defined.forEach(it -> {
            var field = fields.computeIfAbsent(it.code(), _ -> new Field(it, new LinkedHashSet<>()));
            field.classes.addAll(tree.within(code));
        }));
        var by = types.need(ITEM).need("class");
        var current = new LinkedHashMap<Field, Attribute<?>>();
        for (var field : fields.values()) {
            var known = attributes.get(field);
            current.put(field, known == null ? field.first.attribute(by, field.classes) : known);
        }
        attributes = current;
        return Map.of(ITEM, List.copyOf(current.values()));
    }
}
