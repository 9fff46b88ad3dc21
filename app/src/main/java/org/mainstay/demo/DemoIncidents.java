package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.mainstay.conversation.Comment;
import org.mainstay.incident.Incident;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;

/// Ninety days of incidents, each worked by the same verbs that people use, at the times of its story.
final class DemoIncidents {

    static final int COUNT = 320;

    private static final int DAYS = 90;

    private final RecordStore store;
    private final DemoPeople company;
    private final Instant now;
    private Random random = new Random();

    DemoIncidents(RecordStore store, DemoPeople company, Clock clock) {
        this.store = store;
        this.company = company;
        this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /// One incident and what became of it; the same for the same number on the same day.
    ///
    /// @param index from 0 to [#COUNT]; the last ones began today
    void make(int index) {
        random = new Random(now.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay() * COUNT + index);
        // two thirds of the stories are older than a month
        double share = Math.pow((double) index / COUNT, 0.8);
        long minutes = (long) ((1 - share) * DAYS * 24 * 60);
        story(index, now.minus(Duration.ofMinutes(minutes + 5)));
    }

    private void story(int index, Instant opened) {
        boolean second = index % 13 == 7;
        var trouble = DemoWords.TROUBLES.get(random.nextInt(DemoWords.TROUBLES.size()));
        var service = DemoWords.SERVICES.stream()
                .filter(it -> it.name().equals(trouble.service()))
                .findFirst()
                .orElseThrow();
        var group = second ? "Service Desk Südlicht" : random.nextInt(3) == 0 ? "Service Desk" : service.group();
        var members = members(group);
        var agent = actor(members.get(random.nextInt(members.size())));
        var caller = caller(index, second);
        var incident = report(trouble, caller, group, opened, index);
        Instant at = opened.plus(minutes(5, 90));
        boolean untouched = opened.isAfter(now.minus(Duration.ofDays(3))) && random.nextInt(2) == 0;
        if (untouched || at.isAfter(now)) {
            return;
        }
        act(incident, agent, "take", Map.of(), at);
        at = at.plus(minutes(10, 240));
        if (random.nextInt(2) == 0) {
            at = conversation(incident, agent, caller, at);
        }
        boolean open = opened.isAfter(now.minus(Duration.ofDays(12))) && random.nextInt(3) > 0;
        if (open || at.isAfter(now)) {
            if (open && random.nextInt(4) == 0 && at.isBefore(now)) {
                act(incident, agent, "hold", Map.of("hold_reason", "awaiting_vendor"), at);
            }
            return;
        }
        act(incident, agent, "resolve", Map.of("resolution_code", "fixed", "resolution", trouble.fix()), at);
        at = at.plus(minutes(30, 600));
        if (index % 17 == 3 && at.isBefore(now)) {
            act(incident, caller, "reopen", Map.of("reason", "It came back this morning."), at);
            at = at.plus(minutes(60, 900));
            if (at.isBefore(now)) {
                act(
                        incident,
                        agent,
                        "resolve",
                        Map.of("resolution_code", "workaround", "resolution", trouble.fix()),
                        at);
            }
        }
        at = at.plus(Duration.ofDays(4)).plus(minutes(1, 600));
        if (at.isBefore(now)) {
            act(incident, agent, "close", Map.of(), at);
        }
    }

    private UUID report(DemoWords.Trouble trouble, Actor caller, String group, Instant opened, int index) {
        var plan = Plan.of(Cause.CREATED).at(opened);
        var step = plan.create(IncidentType.INCIDENT);
        step.values()
                .set(IncidentType.TITLE, trouble.title())
                .set(IncidentType.DESCRIPTION, trouble.description())
                .set(IncidentType.CALLER, caller.id())
                .set(IncidentType.SERVICE, company.service(trouble.service()))
                .set(IncidentType.CATEGORY, company.category(trouble.category()))
                .set(IncidentType.GROUP, company.group(group))
                .set(
                        IncidentType.CHANNEL,
                        List.of("phone", "email", "self_service", "chat").get(index % 4))
                .set(IncidentType.IMPACT, level(index, 11))
                .set(IncidentType.URGENCY, level(index, 7))
                .set(IncidentType.OPENED_AT, opened)
                .set(IncidentType.CONFIDENTIAL, index % 41 == 5)
                .set(Header.ORGANISATION, caller.organisation());
        company.save(recording(caller), plan);
        return step.id();
    }

    private static Incident.Level level(int index, int rare) {
        return index % rare == 0 ? Incident.Level.HIGH : index % 3 == 0 ? Incident.Level.LOW : Incident.Level.MEDIUM;
    }

    private Instant conversation(UUID incident, Actor agent, Actor caller, Instant from) {
        var at = from;
        for (int i = random.nextInt(2); i < 2 && at.isBefore(now); i++) {
            var question = DemoWords.QUESTIONS.get(random.nextInt(DemoWords.QUESTIONS.size()));
            if (i == 1) {
                act(incident, agent, "hold", Map.of("hold_reason", "awaiting_caller", "comment", question), at);
            } else {
                say(incident, agent, question, false, at);
                say(incident, agent, "Looked at the monitoring: nothing unusual there.", true, at.plusSeconds(120));
            }
            at = at.plus(minutes(20, 300));
            if (at.isBefore(now)) {
                say(incident, caller, DemoWords.REPLIES.get(random.nextInt(DemoWords.REPLIES.size())), false, at);
                at = at.plus(minutes(10, 200));
            }
        }
        return at;
    }

    private void say(UUID incident, Actor who, String text, boolean internal, Instant at) {
        var plan = Plan.of(Cause.action("comment")).at(at);
        plan.edit(subject(incident)).add(new Comment(text, internal));
        company.save(who, plan);
    }

    private void act(UUID incident, Actor who, String name, Map<String, String> answers, Instant at) {
        var subject = subject(incident);
        var view = IncidentType.INCIDENT.read(subject);
        for (Action<Incident> action : IncidentType.INCIDENT.actions()) {
            if (action.name().equals(name)) {
                var values = new Values();
                for (Attribute<?> ask : action.asks()) {
                    if (answers.containsKey(ask.code())) {
                        values.put(ask, ask.kind().parse(answers.get(ask.code())));
                    }
                }
                var acting = new Acting(subject, who, at, values, new Unasked());
                if (action.permits(view, acting).yes()) {
                    try {
                        company.save(who, action.apply(view, acting).at(at));
                    } catch (Refusal e) {
                        throw new IllegalStateException("the demo does what it may not: " + name, e);
                    }
                }
                return;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private Snapshot subject(UUID incident) {
        return store.get(company.system(), IncidentType.INCIDENT, incident).orElseThrow();
    }

    private Duration minutes(int from, int to) {
        return Duration.ofMinutes(random.nextInt(from, to));
    }

    private static List<String> members(String group) {
        return DemoWords.GROUPS.stream()
                .filter(it -> it.name().equals(group))
                .map(it -> List.of(it.members().split(" ")))
                .findFirst()
                .orElseThrow();
    }

    private Actor caller(int index, boolean second) {
        if (index % 9 == 0 && !second) {
            return actor(index % 18 == 0 ? "max" : "eve");
        }
        var callers = new ArrayList<String>();
        DemoWords.people().stream()
                .filter(it -> it.second() == second && !it.department().equals("IT"))
                .forEach(it -> callers.add(it.userName()));
        return actor(callers.get(random.nextInt(callers.size())));
    }

    /// The same person while their report is taken down: who takes it down fills in what callers may not.
    private static Actor recording(Actor caller) {
        return new Actor.Person(
                caller.id(),
                "",
                caller.organisation(),
                Set.of(),
                new Grants.Builder().add(Grants.ADMIN, null).build(),
                caller.zone(),
                caller.locale(),
                null);
    }

    /// As the person, with what the story needs them to be allowed.
    private Actor actor(String userName) {
        var person = store.get(company.system(), PersonType.PERSON, company.person(userName))
                .orElseThrow();
        var grants = new Grants.Builder().add(IncidentType.REPORT, null);
        var groups = new HashSet<UUID>();
        for (var group : DemoWords.GROUPS) {
            if (List.of(group.members().split(" ")).contains(userName)) {
                grants.add(IncidentType.WORK, person.organisation());
                groups.add(company.group(group.name()));
            }
        }
        return new Actor.Person(
                person.id(),
                person.label(),
                person.organisation(),
                groups,
                grants.build(),
                ZoneOffset.UTC,
                Locale.ENGLISH,
                null);
    }

    /// The stories' verbs look at nothing but their subject.
    private final class Unasked implements Lookup {

        @Override
        public Optional<Snapshot> get(RecordType<?> type, UUID id) {
            return store.get(company.system(), type, id);
        }

        @Override
        public Optional<Snapshot> asOf(RecordType<?> type, UUID id, Instant instant) {
            return store.asOf(company.system(), type, id, instant);
        }

        @Override
        public List<Snapshot> having(RecordType<?> type, Values values, int limit) {
            return List.of();
        }

        @Override
        public List<Snapshot> list(RecordType<?> type, String filter, int limit) {
            return List.of();
        }
    }
}
