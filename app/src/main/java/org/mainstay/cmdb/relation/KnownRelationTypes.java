package org.mainstay.cmdb.relation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.PickList;
import org.mainstay.kernel.record.Picks.Option;

/// The types of relation as this node knows them.
public final class KnownRelationTypes implements PickList {

    public static final String LIST = "relation_type";

    private final LiveView<Map<String, RelationType>> types;

    public KnownRelationTypes(LiveViews views) {
        types = views.of(List.of(RelationTypes.RELATION_TYPE), () -> {
            var byCode = new LinkedHashMap<String, RelationType>();
            views.records(RelationTypes.RELATION_TYPE).stream()
                    .map(RelationType::of)
                    .forEach(it -> byCode.put(it.code(), it));
            return byCode;
        });
    }

    public Optional<RelationType> find(String code) {
        return Optional.ofNullable(types.get().get(code));
    }

    /// All, in the order of their labels in the default language.
    public List<RelationType> all() {
        return List.copyOf(types.get().values());
    }

    @Override
    public String code() {
        return LIST;
    }

    @Override
    public boolean has(String option) {
        return find(option).filter(RelationType::active).isPresent();
    }

    @Override
    public List<Option> options(Locale locale) {
        return all().stream()
                .filter(RelationType::active)
                .map(it -> new Option(it.code(), it.label(locale)))
                .toList();
    }

    @Override
    public String label(String option, Locale locale) {
        return find(option).map(it -> it.label(locale)).orElse(option);
    }
}
