package org.mainstay.web.layout;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordTypes;

/// A layout shows attributes that there are, each once, in an order that is fast.
record LayoutRules(RecordTypes types) implements Rule {

    private static final int MOST = 20;

    @Override
    public String type() {
        return "layout";
    }

    @Override
    public void apply(Draft draft) {
        var code = draft.get(LayoutType.RECORD_TYPE);
        var type = code == null ? null : types.byCode(code).orElse(null);
        if (type == null) {
            return;
        }
        if (draft.get(LayoutType.COLUMNS) == null && draft.get(LayoutType.SECTIONS) == null) {
            draft.refuse(LayoutType.COLUMNS, "layout.nothing");
        }
        columns(draft, type);
        sections(draft, type);
        order(draft, type);
    }

    private static void columns(Draft draft, RecordType<?> type) {
        var columns = draft.get(LayoutType.COLUMNS);
        if (columns != null && draft.changes(LayoutType.COLUMNS)) {
            var codes = new LinkedHashSet<>(List.of(columns.strip().split("[\\s,]+")));
            if (codes.size() > MOST) {
                draft.refuse(LayoutType.COLUMNS, "layout.too_many_columns", MOST);
            } else if (known(draft, LayoutType.COLUMNS, type, codes)) {
                draft.set(LayoutType.COLUMNS, String.join(" ", codes));
            }
        }
    }

    private static void sections(Draft draft, RecordType<?> type) {
        var text = draft.get(LayoutType.SECTIONS);
        if (text != null && draft.changes(LayoutType.SECTIONS)) {
            var sections = WrittenSections.of(text);
            var codes = new HashSet<String>();
            sections.unreadable().ifPresent(it -> draft.refuse(LayoutType.SECTIONS, "layout.unreadable", it));
            known(draft, LayoutType.SECTIONS, type, sections.codes());
            sections.codes().stream()
                    .filter(it -> !codes.add(it))
                    .findFirst()
                    .ifPresent(it -> draft.refuse(LayoutType.SECTIONS, "layout.twice", it));
        }
    }

    private static boolean known(
            Draft draft, Attribute<String> attribute, RecordType<?> type, Collection<String> codes) {
        var unknown = codes.stream().filter(it -> type.attribute(it).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            var known = type.attributes().stream().map(Attribute::code).collect(Collectors.joining(", "));
            draft.refuse(attribute, "layout.unknown_column", String.join(", ", unknown), known);
        }
        return unknown.isEmpty();
    }

    private static void order(Draft draft, RecordType<?> type) {
        var sort = draft.get(LayoutType.SORT);
        if (sort != null
                && draft.changes(LayoutType.SORT)
                && type.orders().stream().noneMatch(it -> it.toString().equals(sort))) {
            var known = type.orders().stream().map(Order::toString).collect(Collectors.joining("; "));
            draft.refuse(LayoutType.SORT, "layout.unknown_order", known);
        }
    }
}
