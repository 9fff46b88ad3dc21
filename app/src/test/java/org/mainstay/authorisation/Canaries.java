package org.mainstay.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.authorisation.Specimens.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mainstay.approval.Approvals;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.conversation.Uploads;
import org.mainstay.conversation.Watch;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Cast;

/// Records whose texts all carry a canary, and who may see which.
///
/// A canary has a head that is looked for and a tail that must not be found: an answer may repeat what was asked.
final class Canaries {

    private final Acts acts;
    private final RecordStore store;
    private final RecordTypes types;
    private final Uploads uploads;
    private final OrderCanaries orders;
    private final ProblemCanaries problems;
    private final ChangeCanaries changes;
    private final Cast cast;
    private final String head = Specimens.unique("kanarie");
    private final String tail = Specimens.unique("vogel");

    /// Who may see the canary; everybody else must not.
    private final Map<String, Set<String>> may = new HashMap<>();

    /// Records there are for nobody but those who see them, by number: their existence is a secret.
    private final Map<String, Set<String>> hidden = new LinkedHashMap<>();

    final List<Snapshot> secrets = new ArrayList<>();
    final List<Snapshot> made = new ArrayList<>();
    private final List<Snapshot> open = new ArrayList<>();
    private final List<Snapshot> talkative = new ArrayList<>();

    Canaries(Acts acts, RecordStore store, RecordTypes types, Uploads uploads, Approvals approvals, Cast cast) {
        this.acts = acts;
        this.store = store;
        this.types = types;
        this.uploads = uploads;
        orders = new OrderCanaries(this, approvals, cast);
        problems = new ProblemCanaries(this, cast);
        changes = new ChangeCanaries(this, cast);
        this.cast = cast;
    }

    String head() {
        return head;
    }

    /// The tails that must not reach somebody.
    List<String> forbidden(String userName) {
        return may.entrySet().stream()
                .filter(it -> !it.getValue().contains(userName))
                .map(it -> tail + "." + it.getKey() + ".")
                .toList();
    }

    /// Ids and numbers of what somebody must not know of.
    List<String> unknown(String userName) {
        return hidden.entrySet().stream()
                .filter(it -> !it.getValue().contains(userName))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Records that one of those who ask sees, and that lead to hidden ones.
    List<Snapshot> open() {
        return open;
    }

    /// Records on which somebody wrote down numbers and names that they guessed: the texts tell them, but
    /// nothing may be made of them.
    List<Snapshot> talkative() {
        return talkative;
    }

    List<Snapshot> secrets() {
        return secrets;
    }

    String canary(String name, String... seenBy) {
        may.put(name, Set.of(seenBy));
        return head + " " + name + " " + tail + "." + name + ".";
    }

    /// What is there from the beginning: records that eve, tim and agents see, which lead to ones they do not.
    void visible() {
        var agents = new String[] {"sam", "nina", "max"};
        var behind = secret(report(cast.mia(), "max", canary("behind", agents), false), agents);
        var closed = secret(report(cast.ada(), "max", canary("closed", "nina", "max"), true), "nina", "max");
        var eves = report(cast.mia(), "eve", "A lamp is dark", false);
        edit(eves, Map.of("parent_incident", behind.number(), "caused_by", closed.number()));
        add(cast.ada(), eves, new Link(LinkType.RELATES_TO, behind.id()));
        add(cast.ada(), closed, new Link(LinkType.BLOCKS, eves.id()));
        problems.behind(eves, closed, "sam", "nina");
        note(cast.mia(), eves, "note-on-eves", "sam", "nina", "mia");
        file(eves, "file-on-eves", "eve", "sam", "nina", "mia");
        var merged = report(cast.mia(), "eve", "The lamp is dark again", false);
        act(cast.mia(), merged, "merge_duplicate", Map.of("duplicate_of", behind.number()));
        var tims = report(cast.olga(), "tim", "No paper", false);
        note(cast.olga(), tims, "note-on-tims", "olga");
        open.addAll(List.of(eves, merged, tims));
        edit(person("max"), Map.of("phone", canary("phone-of-max", "max").replace(' ', '/')));
        var person = secret(
                make(
                        "person",
                        Map.of(
                                "number",
                                Specimens.unique("guessed"),
                                "name",
                                canary("guessed", "olga", "tim"),
                                "organisation",
                                cast.two().toString())),
                "olga",
                "tim");
        var group = secret(
                make(
                        "group",
                        Map.of(
                                "name",
                                canary("guessed-group", "olga", "tim"),
                                "organisation",
                                cast.two().toString())),
                "olga",
                "tim");
        var guessing = report(cast.mia(), "eve", "Who is who?", false);
        var text = "@" + person.number() + " " + group.number() + " " + behind.number() + " " + closed.number();
        add(cast.eve(), guessing, new Comment(text, false));
        talkative.add(guessing);
    }

    /// What comes to be while somebody looks: nothing that they see may change by it.
    void hidden() {
        var organisation = make("organisation", Map.of("name", canary("organisation")));
        secret(organisation);
        in(cast.two().toString(), "two", "olga", "tim");
        orders.flow();
        in(organisation.id().toString(), "three");
        var maxs = secret(report(cast.mia(), "max", canary("maxs", "sam", "nina", "max"), false), "sam", "nina", "max");
        edit(maxs, Map.of("description", canary("maxs-text", "sam", "nina", "max")));
        add(cast.max(), maxs, new Comment(canary("maxs-comment", "sam", "nina", "max"), false));
        note(cast.mia(), maxs, "maxs-note", "sam", "nina");
        file(maxs, "maxs-file", "sam", "nina", "max");
        act(
                cast.mia(),
                maxs,
                "hold",
                Map.of("hold_reason", "awaiting_vendor", "comment", canary("maxs-hold", "sam", "nina", "max")));
        act(
                cast.mia(),
                maxs,
                "escalate",
                Map.of("group", cast.operations().toString(), "reason", canary("maxs-reason", "sam", "nina")));
        var closed = secret(report(cast.ada(), "max", canary("confidential", "nina", "max"), true), "nina", "max");
        add(cast.ada(), closed, new Comment(canary("confidential-comment", "nina", "max"), false));
        file(closed, "confidential-file", "nina", "max");
        act(
                cast.nina(),
                closed,
                "resolve",
                Map.of("resolution_code", "fixed", "resolution", canary("resolution", "nina", "max")));
    }

    private void in(String organisation, String name, String... people) {
        var values = new HashMap<>(Map.of("organisation", organisation, "name", canary("person-" + name, people)));
        values.put("number", Specimens.unique("hidden"));
        values.put("department", canary("department-" + name, people));
        values.put("title", canary("title-" + name, people));
        values.put("phone", canary("phone-" + name).replace(' ', '/'));
        var person = secret(make("person", values), people);
        secret(
                make(
                        "group",
                        Map.of(
                                "organisation",
                                organisation,
                                "name",
                                canary("group-" + name, people),
                                "description",
                                canary("group-text-" + name, people),
                                "members",
                                person.number())),
                people);
        secret(
                make(
                        "location",
                        Map.of(
                                "organisation",
                                organisation,
                                "name",
                                canary("location-" + name, people),
                                "address",
                                canary("address-" + name, people))),
                people);
        var item = secret(
                make(
                        "configuration_item",
                        Map.of(
                                "organisation",
                                organisation,
                                "class",
                                "linux_server",
                                "name",
                                canary("item-" + name, people),
                                "description",
                                canary("item-text-" + name, people))),
                people);
        orders.approved(organisation, name, person.number(), people);
        secret(make(
                "absence",
                Map.of(
                        "person",
                        person.number(),
                        "from_at",
                        "2020-01-01T00:00:00Z",
                        "to_at",
                        "2020-01-02T00:00:00Z",
                        "note",
                        canary("absence-" + name))));
        var source = secret(make(
                "discovery_source",
                Map.of("organisation", organisation, "kind", "api", "name", canary("source-" + name))));
        secret(make(
                "discovery_mapping",
                Map.of(
                        "organisation",
                        organisation,
                        "source",
                        source.number(),
                        "format",
                        "csv",
                        "ci_class",
                        "linux_server",
                        "lines",
                        "[{\"from\":\"" + canary("column-" + name) + "\",\"to\":\"name\"}]",
                        "name",
                        canary("mapping-" + name))));
        secret(make(
                "reconciliation_task",
                Map.of(
                        "organisation",
                        organisation,
                        "kind",
                        "duplicate",
                        "item",
                        item.number(),
                        "summary",
                        canary("task-" + name))));
        secret(
                make(
                        "accuracy_check",
                        Map.of(
                                "item",
                                item.number(),
                                "attribute",
                                "name",
                                "verdict",
                                "wrong",
                                "note",
                                canary("check-" + name, people))),
                people);
        secret(
                make(
                        "drift",
                        Map.of(
                                "organisation",
                                organisation,
                                "item",
                                item.number(),
                                "summary",
                                canary("drift-" + name, people),
                                "note",
                                canary("drift-note-" + name, people))),
                people);
        var agents = people.length == 0 ? new String[0] : new String[] {people[0]};
        var incident = secret(
                make(
                        "incident",
                        Map.of(
                                "title",
                                canary("incident-" + name, agents),
                                "caller",
                                person.number(),
                                "organisation",
                                organisation,
                                "service",
                                item.number(),
                                "description",
                                canary("incident-text-" + name, agents))),
                agents);
        add(cast.ada(), incident, new Comment(canary("comment-" + name, agents), false));
        note(cast.ada(), incident, "note-" + name, agents);
        file(incident, "file-" + name, agents);
        add(cast.ada(), incident, new Watch(person.id()));
        orders.ordered(person.number(), name, agents);
        problems.of(organisation, name, agents);
        changes.of(organisation, item, name, agents);
    }

    /// Leaves the cast's organisations as they were.
    void remove() {
        secrets.stream()
                .filter(it -> it.type().deletable())
                .forEach(it -> assertThat(acts.delete(cast.ada(), it.type(), it.id(), null, false))
                        .isInstanceOf(Outcome.Gone.class));
        made.forEach(it -> acts.delete(cast.ada(), it.type(), it.id(), null, false));
    }

    Snapshot secret(Snapshot record, String... seenBy) {
        secrets.add(record);
        hidden.put(record.number(), Set.of(seenBy));
        hidden.put(record.id().toString(), Set.of(seenBy));
        return record;
    }

    void note(Actor by, Snapshot on, String name, String... seenBy) {
        add(by, on, new Comment(canary(name, seenBy), true));
    }

    private void file(Snapshot on, String name, String... seenBy) {
        var content = canary(name + "-content", seenBy).getBytes(StandardCharsets.UTF_8);
        try {
            add(cast.ada(), on, uploads.receive(canary(name, seenBy) + "txt", new ByteArrayInputStream(content)));
        } catch (IOException | Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    private Snapshot report(Actor by, String caller, String title, boolean confidential) {
        return done(acts.create(
                by,
                types.need("incident"),
                Input.texts(Map.of(
                        "title",
                        title,
                        "caller",
                        caller,
                        "group",
                        (caller.equals("tim") ? cast.serviceDeskOfTwo() : cast.network()).toString(),
                        "confidential",
                        Boolean.toString(confidential))),
                List.of(),
                false));
    }

    Snapshot make(String type, Map<String, String> values) {
        return done(acts.create(cast.ada(), types.need(type), Input.texts(values), List.of(), false));
    }

    private Snapshot person(String userName) {
        return store.find(cast.ada(), types.need("person"), userName).orElseThrow();
    }

    private void edit(Snapshot record, Map<String, String> values) {
        done(acts.edit(cast.ada(), record.type(), record.id(), Input.texts(values), null, false));
    }

    private void act(Actor by, Snapshot record, String action, Map<String, String> answers) {
        done(acts.act(by, record.type(), record.id(), action, Input.texts(answers), null, false));
    }

    void add(Actor by, Snapshot record, PlanPart part) {
        var outcome = acts.add(by, record.type(), record.id(), part);
        if (!(outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone)) {
            throw new IllegalStateException(Objects.toString(outcome));
        }
    }
}
