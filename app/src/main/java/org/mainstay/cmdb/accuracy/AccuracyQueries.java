package org.mainstay.cmdb.accuracy;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.moment;
import static org.mainstay.kernel.store.PlainSql.need;
import static org.mainstay.kernel.store.PlainSql.texts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads how true items are from what sources say and people checked; no access is applied.
public final class AccuracyQueries {

    /// What is judged of every item. Texts, status and dates are not: nobody finds them out by looking.
    static final List<String> ROOT = List.of(
            "name",
            "environment",
            "criticality",
            "owner",
            "support_group",
            "manufacturer",
            "model",
            "serial_number",
            "asset_tag",
            "fqdn");

    /// The column of the attributes that classes have.
    static final String OF_CLASSES = "attributes";

    private static final String HELD = ROOT.stream()
            .map(it -> "'" + it + "', i." + it)
            .collect(Collectors.joining(", ", "jsonb_strip_nulls(jsonb_build_object(", ")) || i." + OF_CLASSES));

    /// The words of sources count where they are from the time asked for. A value is confirmed by two sources that
    /// say it, and contradicted by one that says something else while at most one says it. What a person said of it
    /// last counts before, as long as the value is the same.
    private static final String SAID = """
            with item as materialized (
                select i.id, i.organisation, i.class, i.support_group, (%s) - {1}::text[] as held
                from cmdb.configuration_item i
                where i.deleted_at is null and i.status <> 'retired' and {0}
            ), said as (
                select s.item, o.key as attribute,
                    count(*) filter (where o.value -> 'v' = i.held -> o.key) as agreeing,
                    count(*) filter (where o.value -> 'v' <> i.held -> o.key) as differing
                from item i
                join cmdb.sighting s on s.item = i.id and s.last_at > {2}
                cross join lateral jsonb_each(s.observed) o(key, value)
                where jsonb_exists(i.held, o.key) and (o.value ->> 'at')::timestamptz > {2}
                group by s.item, o.key
            )
            """.formatted(HELD);

    private static final String MEASURE = SAID + """
            , looked as (
                select distinct on (c.item, c.attribute) c.item, c.attribute, c.verdict,
                    i.held ->> c.attribute is not distinct from c.judged as holds
                from item i
                join cmdb.accuracy_check c on c.item = i.id and c.deleted_at is null and c.created_at > {2}
                order by c.item, c.attribute, c.created_at desc, c.id desc
            ), judged as (
                select coalesce(s.item, l.item) as item,
                    case when l.holds then l.verdict
                        when s.agreeing > 1 then 'confirmed'
                        when s.differing > 0 then 'wrong' end as verdict,
                    l.verdict as looked
                from said s
                full join looked l on l.item = s.item and l.attribute = s.attribute
            ), known as (
                select item,
                    count(*) filter (where verdict = 'confirmed') as confirmed,
                    count(*) filter (where verdict = 'wrong') as contradicted,
                    count(looked) as checked,
                    count(*) filter (where looked = 'confirmed') as "right"
                from judged
                group by item
            )
            select i.organisation, i.class, i.support_group, count(*) as items,
                coalesce(sum((select count(*) from jsonb_object_keys(i.held))), 0)::bigint as "values",
                coalesce(sum(k.confirmed), 0)::bigint as confirmed,
                coalesce(sum(k.contradicted), 0)::bigint as contradicted,
                coalesce(sum(k.checked), 0)::bigint as checked,
                coalesce(sum(k."right"), 0)::bigint as "right"
            from item i
            left join known k on k.item = i.id
            group by i.organisation, i.class, i.support_group
            """;

    private final DSLContext db;

    public AccuracyQueries(DSLContext db) {
        this.db = db;
    }

    /// The items of an organisation that are of a class and that a group supports.
    record Group(
            UUID organisation, String itemClass, @Nullable UUID supportGroup) {}

    /// How true the items of a group are.
    record Measured(Group group, long items, Accuracy accuracy) {

        Measured plus(Measured other) {
            return new Measured(group, items + other.items, accuracy.plus(other.accuracy));
        }
    }

    /// @param prose codes of attributes of classes that are not judged
    List<Measured> of(Collection<UUID> items, Collection<String> prose, Instant since) {
        return measure(DSL.condition("i.id = any ({0})", ids(items)), prose, since);
    }

    /// Those with an id after the one given, up to the other.
    ///
    /// @param after null for the first
    /// @param last null for all that follow
    List<Measured> between(@Nullable UUID after, @Nullable UUID last, Collection<String> prose, Instant since) {
        var from = after == null ? DSL.trueCondition() : DSL.condition("i.id > {0}", DSL.val(after));
        var to = last == null ? DSL.trueCondition() : DSL.condition("i.id <= {0}", DSL.val(last));
        return measure(from.and(to), prose, since);
    }

    /// The id that lies so many items on; empty where fewer follow.
    Optional<UUID> further(@Nullable UUID after, int items) {
        var from = after == null ? DSL.trueCondition() : DSL.condition("id > {0}", DSL.val(after));
        return db.fetchOptional(
                        "select id from cmdb.configuration_item where {0} order by id limit 1 offset {1}",
                        from, DSL.inline(items - 1))
                .map(it -> need(it, "id", UUID.class));
    }

    private List<Measured> measure(Condition which, Collection<String> prose, Instant since) {
        return db.fetch(MEASURE, which, texts(prose), moment(since)).map(AccuracyQueries::measured);
    }

    /// Puts what was measured in the place of what was known; takes part in the caller's transaction.
    void keep(Collection<Measured> measured, Instant at) {
        db.execute("delete from cmdb.accuracy");
        db.execute(
                """
                insert into cmdb.accuracy
                    (organisation, class, support_group, items, "values", confirmed, contradicted, measured_at)
                select *, {7} from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6})
                """,
                ids(of(measured, it -> it.group.organisation)),
                texts(of(measured, it -> it.group.itemClass)),
                supportGroups(measured),
                numbers(of(measured, Measured::items)),
                numbers(of(measured, it -> it.accuracy.values())),
                numbers(of(measured, it -> it.accuracy.confirmed())),
                numbers(of(measured, it -> it.accuracy.contradicted())),
                moment(at));
    }

    private static <T> List<T> of(Collection<Measured> measured, Function<Measured, T> part) {
        return measured.stream().map(part).toList();
    }

    private static Field<?> supportGroups(Collection<Measured> measured) {
        var groups = new ArrayList<@Nullable UUID>();
        measured.forEach(it -> groups.add(it.group.supportGroup));
        return DSL.val(groups.toArray(UUID[]::new));
    }

    private static Field<Long[]> numbers(Collection<Long> numbers) {
        return DSL.val(numbers.toArray(Long[]::new));
    }

    /// What was measured last, with what people checked up to now.
    ///
    /// @param organisations null for all
    List<Measured> kept(@Nullable Collection<UUID> organisations, Instant since) {
        var own = organisations == null
                ? DSL.trueCondition()
                : DSL.condition("a.organisation = any ({0})", ids(organisations));
        return db.fetch("""
                        with looked as (
                            select i.organisation, i.class, i.support_group, count(*) as checked,
                                count(*) filter (where c.verdict = 'confirmed') as "right"
                            from (select distinct on (item, attribute) item, verdict
                                from cmdb.accuracy_check where deleted_at is null and created_at > {1}
                                order by item, attribute, created_at desc, id desc) c
                            join cmdb.configuration_item i on i.id = c.item
                                and i.deleted_at is null and i.status <> 'retired'
                            group by i.organisation, i.class, i.support_group
                        )
                        select a.organisation, a.class, a.support_group, a.items, a."values", a.confirmed, a.contradicted,
                            coalesce(l.checked, 0) as checked, coalesce(l."right", 0) as "right"
                        from cmdb.accuracy a
                        left join looked l on l.organisation = a.organisation and l.class = a.class
                            and l.support_group is not distinct from a.support_group
                        where {0}
                        """, own, moment(since)).map(AccuracyQueries::measured);
    }

    /// When the whole was measured last.
    Optional<Instant> measuredAt() {
        return db.fetchOptional("select max(measured_at) as at from cmdb.accuracy")
                .map(it -> it.get("at", Instant.class));
    }

    /// Items that the group supports, in an order that has nothing to do with what they are, from the place in it on
    /// that
    /// the word stands for.
    List<UUID> drawn(UUID group, String word, int limit) {
        return db.fetch("""
                        select id from (
                            (select id, 0 as turn, md5(id::text) as place from cmdb.configuration_item
                            where support_group = {0} and deleted_at is null and status <> 'retired'
                                and md5(id::text) >= md5({1})
                            order by md5(id::text) limit {2})
                            union all
                            (select id, 1 as turn, md5(id::text) as place from cmdb.configuration_item
                            where support_group = {0} and deleted_at is null and status <> 'retired'
                                and md5(id::text) < md5({1})
                            order by md5(id::text) limit {2})
                        ) drawn order by turn, place limit {2}
                        """, DSL.val(group), DSL.val(word), DSL.inline(limit)).map(it -> need(it, "id", UUID.class));
    }

    record Value(UUID item, String attribute) {}

    /// The values that sources confirm or contradict since.
    List<Value> known(Collection<UUID> items, Collection<String> prose, Instant since) {
        return db.fetch(
                        SAID + "select item, attribute from said where agreeing > 1 or differing > 0",
                        DSL.condition("i.id = any ({0})", ids(items)),
                        texts(prose),
                        moment(since))
                .map(AccuracyQueries::value);
    }

    /// What somebody looked at since.
    List<Value> looked(Collection<UUID> items, Instant since) {
        return db.fetch(
                        "select distinct item, attribute from cmdb.accuracy_check"
                                + " where item = any ({0}) and deleted_at is null and created_at >= {1}",
                        ids(items), moment(since))
                .map(AccuracyQueries::value);
    }

    private static Value value(Record it) {
        return new Value(need(it, "item", UUID.class), need(it, "attribute", String.class));
    }

    private static Measured measured(Record it) {
        return new Measured(
                new Group(
                        need(it, "organisation", UUID.class),
                        need(it, "class", String.class),
                        it.get("support_group", UUID.class)),
                need(it, "items", Long.class),
                new Accuracy(
                        need(it, "values", Long.class),
                        need(it, "confirmed", Long.class),
                        need(it, "contradicted", Long.class),
                        need(it, "checked", Long.class),
                        need(it, "right", Long.class)));
    }
}
