package org.mainstay.cmdb.relation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.relation.RelationType.Failure;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;

/// The types of relation as they come.
final class ShippedRelationTypes implements Shipped {

    /// @param names label, reverse label, and both in German
    private record Row(
            String code,
            List<String> names,
            Failure failure,
            boolean containment,
            @Nullable String pairs) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    "depends_on",
                    List.of("depends on", "is needed by", "hängt ab von", "wird gebraucht von"),
                    Failure.UP,
                    false,
                    null),
            new Row("runs_on", List.of("runs on", "runs", "läuft auf", "betreibt"), Failure.UP, false, null),
            new Row("contains", List.of("contains", "is part of", "enthält", "ist Teil von"), Failure.DOWN, true, null),
            new Row(
                    "installed_on",
                    List.of("is installed on", "has installed", "ist installiert auf", "hat installiert"),
                    Failure.UP,
                    false,
                    "software > *"),
            new Row(
                    "connected_to",
                    List.of("is connected to", "is connected to", "ist verbunden mit", "ist verbunden mit"),
                    Failure.NONE,
                    false,
                    null),
            new Row(
                    "attached_to",
                    List.of("is attached to", "has attached", "ist angeschlossen an", "hat angeschlossen"),
                    Failure.NONE,
                    false,
                    "peripheral > computing"),
            new Row(
                    "member_of",
                    List.of("is member of", "has as member", "ist Mitglied von", "hat als Mitglied"),
                    Failure.NONE,
                    false,
                    null),
            new Row(
                    "supports",
                    List.of("supports", "is supported by", "unterstützt", "wird unterstützt von"),
                    Failure.NONE,
                    false,
                    "business_application > business_capability\nservice > business_capability"),
            new Row(
                    "implemented_by",
                    List.of("is implemented by", "implements", "ist umgesetzt durch", "setzt um"),
                    Failure.NONE,
                    false,
                    "business_application > *"),
            new Row(
                    "processes",
                    List.of("processes", "is processed by", "verarbeitet", "wird verarbeitet von"),
                    Failure.NONE,
                    false,
                    "business_application > information_object\napplication_component > information_object"));

    @Override
    public List<Item> items() {
        return ROWS.stream().map(ShippedRelationTypes::item).toList();
    }

    private static Item item(Row row) {
        var values = new Values()
                .set(RelationTypes.CODE, row.code)
                .set(RelationTypes.LABEL, row.names.get(0))
                .set(RelationTypes.REVERSE_LABEL, row.names.get(1))
                .set(RelationTypes.LABEL_DE, row.names.get(2))
                .set(RelationTypes.REVERSE_LABEL_DE, row.names.get(3))
                .set(RelationTypes.FAILURE, row.failure)
                .set(RelationTypes.CONTAINMENT, row.containment)
                .set(RelationTypes.ACTIVE, true);
        if (row.pairs != null) {
            values.set(RelationTypes.PAIRS, row.pairs);
        }
        return new Item(RelationTypes.RELATION_TYPE, row.code, values);
    }
}
