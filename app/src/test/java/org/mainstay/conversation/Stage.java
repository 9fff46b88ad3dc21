package org.mainstay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.db.kernel.Tables.RECORD;
import static org.mainstay.testing.Specimen.SPECIMEN;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.CallbackExecuteListener;
import org.mainstay.conversation.Stage.Rules;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Specimen;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// People and records to talk about.
@Import(Rules.class)
final class Stage {

    /// Who works on specimens sees all of them; others see what is not broken.
    @TestConfiguration(proxyBeanMethods = false)
    static class Rules {

        @Bean
        ExecuteListenerProvider counting() {
            return () -> new CallbackExecuteListener()
                    .onExecuteStart(_ -> STATEMENTS.get().incrementAndGet());
        }

        @Bean
        AccessRule specimenRule() {
            return new AccessRule() {
                @Override
                public String type() {
                    return "specimen";
                }

                @Override
                public Filter visible(Actor actor) {
                    return actor.may("specimen:work")
                            ? Filter.EVERYTHING
                            : new Filter.Not(Filter.is(Specimen.CONDITION, Specimen.Condition.BROKEN));
                }

                @Override
                public Decision create(Actor actor, UUID organisation) {
                    return edits(actor, organisation);
                }

                @Override
                public Decision edit(Actor actor, Snapshot subject) {
                    return edits(actor, subject.organisation());
                }

                private Decision edits(Actor actor, UUID organisation) {
                    return actor.may("specimen:work", organisation)
                            ? Decision.allowed("kernel.access.rule")
                            : Decision.denied("kernel.access.rule");
                }
            };
        }
    }

    private static final ThreadLocal<AtomicInteger> STATEMENTS = ThreadLocal.withInitial(AtomicInteger::new);

    private final RecordStore store;
    private final Acts acts;
    private final DSLContext db;
    private final Installation installation;

    Stage(RecordStore store, Acts acts, DSLContext db, Installation installation) {
        this.store = store;
        this.acts = acts;
        this.db = db;
        this.installation = installation;
    }

    Actor system() {
        return new Actor.Machine(Installation.SYSTEM, "system", installation.organisation());
    }

    /// Works on specimens.
    Actor sam() {
        return person("sam", "specimen:work");
    }

    Actor max() {
        return person("max");
    }

    Actor eve() {
        return person("eve");
    }

    Actor person(String name, String... permissions) {
        var grants = new Grants.Builder();
        for (var permission : permissions) {
            grants.add(permission, null);
        }
        var id = db.select(RECORD.ID)
                .from(RECORD)
                .where(RECORD.TYPE.eq("person"), RECORD.NUMBER.eq(name))
                .fetchOptional(RECORD.ID)
                .orElseGet(() -> register(name));
        return new Actor.Person(
                id, name, installation.organisation(), Set.of(), grants.build(), ZoneOffset.UTC, Locale.ENGLISH, null);
    }

    private UUID register(String name) {
        var id = Plan.newId();
        db.insertInto(RECORD, RECORD.ID, RECORD.TYPE, RECORD.NUMBER, RECORD.LABEL)
                .values(id, "person", name, name.toUpperCase(Locale.ROOT))
                .execute();
        return id;
    }

    Snapshot specimen(String title) {
        return specimen(title, Specimen.Condition.NEW);
    }

    Snapshot hidden(String title) {
        return specimen(title, Specimen.Condition.BROKEN);
    }

    Snapshot specimen(String title, Specimen.Condition condition) {
        var plan = Plan.of(Cause.CREATED);
        plan.create(SPECIMEN)
                .values()
                .set(Specimen.TITLE, title)
                .set(Specimen.SECRET, "hush")
                .set(Specimen.CONDITION, condition);
        var saved = (Saved.Done) store.save(system(), plan);
        return seen(system(), saved.first().id());
    }

    Snapshot seen(Actor actor, UUID id) {
        return store.get(actor, SPECIMEN, id).orElseThrow();
    }

    Outcome add(Actor actor, Snapshot record, PlanPart... parts) {
        return acts.add(actor, SPECIMEN, record.id(), parts);
    }

    void added(Actor actor, Snapshot record, PlanPart part) {
        assertThat(add(actor, record, part)).isInstanceOf(Outcome.Done.class);
    }

    /// How many statements this thread has sent so far.
    static int statements() {
        return STATEMENTS.get().get();
    }

    Saved save(Actor actor, Plan plan) {
        return store.save(actor, plan);
    }

    static List<String> kinds(Timeline timeline) {
        return timeline.items().stream()
                .map(it -> it.what().getClass().getSimpleName())
                .toList();
    }
}
