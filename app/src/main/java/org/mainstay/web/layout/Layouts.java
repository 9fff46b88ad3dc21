package org.mainstay.web.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
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
            @Nullable String sort) {

        boolean holds(Actor actor) {
            return permissions != null && permissions.stream().allMatch(actor::may);
        }
    }

    /// What a list of the type shows to the actor when they chose nothing: the administrators' columns, else
    /// the type's; the number is always there and not among them.
    public List<Attribute<?>> columns(Actor actor, RecordType<?> type) {
        var columns = layout(actor, type)
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

    /// In which order; empty where nobody decided.
    public Optional<Order> order(Actor actor, RecordType<?> type) {
        return layout(actor, type)
                .flatMap(it -> type.orders().stream()
                        .filter(order -> order.toString().equals(it.sort()))
                        .findFirst());
    }

    private Optional<Layout> layout(Actor actor, RecordType<?> type) {
        return byType.get().getOrDefault(type.code(), List.of()).stream()
                .filter(it -> it.holds(actor))
                .findFirst();
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
                            Arrays.asList(it.need(LayoutType.COLUMNS).split(" ")),
                            it.get(LayoutType.SORT)));
        });
        return byType;
    }
}
