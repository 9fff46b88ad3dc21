package org.mainstay.cmdb.health;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;

/// What was found, as attributes of items, so that lists, filters, saved views, bulk edits and exports know of it:
/// `findings:staleness class:server`.
public final class Findings {

    /// The measures by which something is wrong with the item.
    public static final Attribute<Set<UUID>> FINDINGS =
            Attribute.gathered("findings", new Kind.References("health_measure"), Findings::measures, Findings::found);

    public static final Attribute<Set<UUID>> BROKEN_RULES = Attribute.gathered(
            "broken_rules", new Kind.References("compliance_rule"), Findings::rules, Findings::breaking);

    /// The services that need the item, as of the last round; itself for a service. Those of other organisations can be
    /// asked for and are not named.
    public static final Attribute<Set<UUID>> NEEDED_BY = Attribute.gathered(
            "needed_by_services", new Kind.References("configuration_item"), Findings::services, Findings::needed);

    static final List<Attribute<?>> ALL = List.of(FINDINGS, BROKEN_RULES, NEEDED_BY);

    /// What very many services need is known for that, and its page stays readable.
    private static final int SHOWN = 50;

    private static final Table<?> FINDING =
            DSL.table(DSL.name("cmdb", "finding")).as("hf");
    private static final Field<UUID> MEASURE = DSL.field(DSL.name("hf", "measure"), SQLDataType.UUID);
    private static final Field<UUID> ITEM = DSL.field(DSL.name("hf", "item"), SQLDataType.UUID);

    private Findings() {}

    private static Field<UUID> id(String alias) {
        return DSL.field(DSL.name(alias, "id"), SQLDataType.UUID);
    }

    private static UUID[] ids(Collection<?> values) {
        return values.stream().map(UUID.class::cast).toArray(UUID[]::new);
    }

    private static Field<?> set(Select<Record1<UUID>> members) {
        return DSL.nullif(DSL.array(members), DSL.inline(new UUID[0], SQLDataType.UUID.array()));
    }

    private static Field<?> measures(String alias) {
        return set(DSL.select(MEASURE).from(FINDING).where(ITEM.eq(id(alias))).orderBy(MEASURE));
    }

    private static Select<Record1<UUID>> found(Collection<?> measures) {
        return DSL.select(ITEM).from(FINDING).where(MEASURE.eq(DSL.any(ids(measures))));
    }

    /// Details of other measures are no ids of rules, so rules are looked for among all of them.
    private static Field<?> rules(String alias) {
        var rule = DSL.field(DSL.name("cr", "id"), SQLDataType.UUID);
        return set(DSL.select(rule)
                .from(DSL.table(DSL.name("cmdb", "compliance_rule")).as("cr"))
                .where(DSL.field(DSL.name("cr", "deleted_at")).isNull())
                .and(DSL.exists(DSL.selectOne()
                        .from(FINDING)
                        .where(ITEM.eq(id(alias)))
                        .and(DSL.condition("hf.details @> array[{0}::text]", rule))))
                .orderBy(rule));
    }

    private static Select<Record1<UUID>> breaking(Collection<?> rules) {
        var texts = rules.stream().map(Object::toString).toArray(String[]::new);
        return DSL.select(ITEM)
                .from(FINDING)
                .where(DSL.condition("hf.details && {0}", DSL.val(texts, SQLDataType.CLOB.array())));
    }

    private static Field<?> services(String alias) {
        var service = DSL.field(DSL.name("si", "service"), SQLDataType.UUID);
        return set(DSL.select(service)
                .from(DSL.table(DSL.name("cmdb", "service_item")).as("si"))
                .join(DSL.table(DSL.name("cmdb", "configuration_item")).as("sc"))
                .on(id("sc").eq(service))
                .where(DSL.field(DSL.name("si", "item"), SQLDataType.UUID).eq(id(alias)))
                .and(DSL.field(DSL.name("sc", "organisation")).eq(DSL.field(DSL.name(alias, "organisation"))))
                .orderBy(service)
                .limit(SHOWN));
    }

    private static Select<Record1<UUID>> needed(Collection<?> services) {
        return DSL.select(DSL.field(DSL.name("si", "item"), SQLDataType.UUID))
                .from(DSL.table(DSL.name("cmdb", "service_item")).as("si"))
                .where(DSL.field(DSL.name("si", "service"), SQLDataType.UUID).eq(DSL.any(ids(services))));
    }
}
