package org.mainstay.web.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Section;
import org.mainstay.people.Permissions;
import org.mainstay.people.RoleType;

/// The layouts of this node. One holds for those who hold every permission of its role, so that nothing has to
/// be asked about their grants.
public final class Layouts {

    private final LiveView<Map<String, List<Layout>>> byType;
    private final Access access;

    Layouts(LiveViews views, Access access) {
        this.access = access;
        byType = views.of(List.of(LayoutType.LAYOUT, RoleType.ROLE), () -> load(views));
    }

    /// @param permissions what one must hold; null where the role is not there any more
    private record Layout(
            @Nullable Set<String> permissions,
            List<String> columns,
            @Nullable String sort,
            List<WrittenSections.Line> sections) {

        boolean holds(Actor actor) {
            return permissions != null && permissions.stream().allMatch(actor::may);
        }
    }

    /// What a list of the type shows to the actor when they chose nothing: the administrators' columns, else
    /// the type's; the number is always there and not among them.
    public List<Attribute<?>> columns(Actor actor, RecordType<?> type) {
        var columns = layout(actor, type, it -> !it.columns().isEmpty())
                .map(it -> it.columns().stream()
                        .flatMap(code -> type.attribute(code).stream())
                        .<Attribute<?>>map(found -> found)
                        .filter(found -> found != Header.NUMBER && access.reads(type, found, actor))
                        .toList())
                .orElse(List.of());
        return columns.isEmpty()
                ? type.columns().stream()
                        .filter(it -> access.reads(type, it, actor))
                        .toList()
                : columns;
    }

    /// What the page of a record shows beside its conversation: the administrators' sections, else the type's.
    /// What no section of theirs names is not shown there.
    public List<Section> sections(Actor actor, RecordType<?> type) {
        return layout(actor, type, it -> !it.sections().isEmpty())
                .map(it -> it.sections().stream()
                        .map(line -> new Section(
                                line.title(),
                                line.codes().stream()
                                        .flatMap(code -> type.attribute(code).stream())
                                        .<Attribute<?>>map(found -> found)
                                        .toList()))
                        .toList())
                .orElse(type.sections());
    }

    /// In which order; empty where nobody decided.
    public Optional<Order> order(Actor actor, RecordType<?> type) {
        return layout(actor, type, it -> it.sort() != null)
                .flatMap(it -> type.orders().stream()
                        .filter(order -> order.toString().equals(it.sort()))
                        .findFirst());
    }

    /// The first one that holds and says something of it.
    private Optional<Layout> layout(Actor actor, RecordType<?> type, Predicate<Layout> says) {
        return byType.get().getOrDefault(type.code(), List.of()).stream()
                .filter(it -> it.holds(actor) && says.test(it))
                .findFirst();
    }

    private static List<String> codes(@Nullable String columns) {
        return columns == null ? List.of() : List.of(columns.split(" "));
    }

    private static Map<String, List<Layout>> load(LiveViews views) {
        var roles = new HashMap<UUID, Set<String>>();
        views.records(RoleType.ROLE).forEach(it -> roles.put(it.id(), Permissions.of(it.need(RoleType.PERMISSIONS))));
        var byType = new HashMap<String, List<Layout>>();
        views.records(LayoutType.LAYOUT).forEach(it -> {
            var role = it.get(LayoutType.ROLE);
            byType.computeIfAbsent(it.need(LayoutType.RECORD_TYPE), _ -> new ArrayList<>())
                    .add(new Layout(
                            role == null ? Set.of() : roles.get(role),
                            codes(it.get(LayoutType.COLUMNS)),
                            it.get(LayoutType.SORT),
                            WrittenSections.of(Objects.requireNonNullElse(it.get(LayoutType.SECTIONS), ""))
                                    .lines()));
        });
        return byType;
    }
}
