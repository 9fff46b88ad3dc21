package org.mainstay.kernel.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/// Creates what modules ship, at the start and on one node at a time, as soon as there is an organisation
/// for it to belong to. What one bean ships is there before the next one is asked.
public final class ShippedRecords implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedRecords.class);
    private static final long LOCK = 6_207_415_501_993L;
    private static final Cause CAUSE = new Cause(Cause.Sort.SYSTEM, "shipped", null);

    private final List<Shipped> shipped;
    private final RecordStore store;
    private final Installation installation;
    private final Transactions transactions;
    private final DSLContext db;
    private volatile boolean done;
    private volatile boolean running;

    ShippedRecords(
            List<Shipped> shipped,
            RecordStore store,
            Installation installation,
            Transactions transactions,
            DSLContext db) {
        this.shipped = shipped;
        this.store = store;
        this.installation = installation;
        this.transactions = transactions;
        this.db = db;
    }

    /// Creates whatever is not there yet; does nothing before there is a first organisation.
    public void ship() {
        var organisation = installation.fact(Installation.FIRST_ORGANISATION).map(UUID::fromString);
        if (organisation.isEmpty()) {
            return;
        }
        var system = new Actor.Machine(Installation.SYSTEM, "system", organisation.get());
        shipped.forEach(one -> transactions.within(() -> {
            db.execute("select pg_advisory_xact_lock({0})", DSL.val(LOCK));
            missing(one.items()).forEach(it -> create(system, it));
            return true;
        }));
        done = true;
    }

    /// Those that have never been created, and of whose number administrators made none themselves.
    private List<Shipped.Item> missing(List<Shipped.Item> items) {
        var type = DSL.field(DSL.name("type"), SQLDataType.CLOB);
        var key = DSL.field(DSL.name("key"), SQLDataType.CLOB);
        var number = DSL.field(DSL.name("number"), SQLDataType.CLOB);
        var types = items.stream().map(it -> it.type().code()).distinct().toList();
        var keys = db.select(type, key)
                .from(DSL.table(DSL.name("kernel", "external_key")))
                .where(DSL.field(DSL.name("source"), SQLDataType.CLOB).eq(Shipped.SOURCE))
                .and(type.in(types))
                .fetchSet(it -> List.of(it.value1(), it.value2()));
        var numbers = db.select(type, number)
                .from(DSL.table(DSL.name("kernel", "record")))
                .where(type.in(types))
                .and(number.eq(DSL.any(items.stream()
                        .flatMap(it -> it.type().codeOf(it.values()).stream())
                        .toArray(String[]::new))))
                .fetchSet(it -> List.of(it.value1(), it.value2()));
        return items.stream()
                .filter(it -> !keys.contains(List.of(it.type().code(), it.key())))
                .filter(it -> it.type()
                        .codeOf(it.values())
                        .filter(code -> numbers.contains(List.of(it.type().code(), code)))
                        .isEmpty())
                .toList();
    }

    private void create(Actor system, Shipped.Item item) {
        var values = item.values().copy();
        for (var reference : item.references().entrySet()) {
            var to = shipped(reference.getKey(), reference.getValue());
            if (to.isEmpty()) {
                return; // administrators deleted what it belongs to
            }
            values.set(reference.getKey(), to.get());
        }
        var plan = Plan.of(CAUSE);
        var key = new Step.ExternalKey(Shipped.SOURCE, item.key());
        plan.with(new Step.Create(item.type(), Plan.newId(), null, values, List.of(), List.of(key)));
        if (store.save(system, plan) instanceof Saved.Refused(var problems)) {
            LOG.warn("Shipped {} {} could not be created: {}", item.type(), item.key(), problems);
        }
    }

    /// The shipped record that the attribute's type has under the key, unless it is deleted.
    private Optional<UUID> shipped(Attribute<UUID> attribute, String key) {
        var type = attribute.kind() instanceof Kind.Reference(var of) ? of : "";
        var keys = DSL.table(DSL.name("kernel", "external_key")).as("k");
        var records = DSL.table(DSL.name("kernel", "record")).as("r");
        var id = DSL.field(DSL.name("r", "id"), SQLDataType.UUID);
        return db.select(id)
                .from(keys)
                .join(records)
                .on(id.eq(DSL.field(DSL.name("k", "record"), SQLDataType.UUID)))
                .where(DSL.field(DSL.name("k", "type"), SQLDataType.CLOB).eq(type))
                .and(DSL.field(DSL.name("k", "source"), SQLDataType.CLOB).eq(Shipped.SOURCE))
                .and(DSL.field(DSL.name("k", "key"), SQLDataType.CLOB).eq(key))
                .and(DSL.field(DSL.name("r", "deleted_at")).isNull())
                .fetchOptional(id);
    }

    @EventListener
    void saved(RecordsSaved event) {
        if (!done && isRunning() && event.types().contains("organisation")) {
            ship();
        }
    }

    @Override
    public void start() {
        ship();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before views of administrators' records are made.
    @Override
    public int getPhase() {
        return -10;
    }
}
