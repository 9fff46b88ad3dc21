package org.mainstay.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.Answers;
import org.mainstay.request.form.Facts;
import org.mainstay.request.form.Form;
import org.mainstay.request.form.Forms;
import org.mainstay.request.form.PublishedForm;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What items ask who orders them, and whether answers may stand. A form is for who gets the item: of them the facts
/// are, and the devices to choose from. Where several get it, the same answers have to stand for each.
final class ItemForms {

    static final String ANSWERS = "answers";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final RecordStore store;
    private final Forms forms;
    private final OrderFiles files;

    ItemForms(RecordStore store, Forms forms, OrderFiles files) {
        this.store = store;
        this.forms = forms;
        this.files = files;
    }

    /// Answers that may stand.
    ///
    /// @param answers with files by their names
    /// @param files by the code of their question
    record Answered(PublishedForm form, Answers answers, Map<String, List<OrderFile>> files) {

        /// As they can be sent once more: with files by their ids.
        ObjectNode again() {
            var again = answers.kept();
            files.forEach((code, of) -> {
                if (again.has(code)) {
                    var ids = again.putArray(code);
                    of.forEach(it -> ids.add(it.id().toString()));
                }
            });
            return again;
        }
    }

    /// What a check came to.
    ///
    /// @param answered as far as the answers can be taken; null where nothing is asked
    /// @param problems none where they may stand
    record Read(@Nullable Answered answered, List<Problem> problems) {

        @Nullable
        Answers answers() {
            return answered == null ? null : answered.answers();
        }
    }

    /// What is asked by an item as it is offered, or by what was ordered.
    Optional<PublishedForm> form(@Nullable UUID version) {
        return version == null ? Optional.empty() : forms.version(Installation.ITSELF, version);
    }

    Optional<PublishedForm> form(Snapshot version) {
        return form(version.get(CatalogVersionType.FORM_VERSION));
    }

    /// By the version of an item, what it asks; without those that ask nothing.
    Map<UUID, Form> forms(Collection<Snapshot> versions) {
        var asked = new HashMap<UUID, Form>();
        published(versions).forEach((version, form) -> asked.put(version, form.of()));
        return asked;
    }

    private Map<UUID, PublishedForm> published(Collection<Snapshot> versions) {
        var ids = new HashMap<UUID, UUID>();
        versions.forEach(it -> {
            if (it.get(CatalogVersionType.FORM_VERSION) instanceof UUID form) {
                ids.put(it.id(), form);
            }
        });
        var known = forms.versions(Installation.ITSELF, Set.copyOf(ids.values()));
        var published = new HashMap<UUID, PublishedForm>();
        ids.forEach((version, form) -> {
            if (known.get(form) instanceof PublishedForm it) {
                published.put(version, it);
            }
        });
        return published;
    }

    /// Empty where the actor does not see the person.
    Optional<Facts> facts(Actor actor, UUID person) {
        return forms.facts(actor, person);
    }

    /// @param people who get it, at least one
    /// @param given as a program sends it, or as it was kept
    Read read(Actor actor, Snapshot version, List<UUID> people, JsonNode given) {
        return reading(actor, List.of(version)).read(version, people, given);
    }

    /// The same of several that one actor wants: forms and people are looked up once.
    Reading reading(Actor actor, Collection<Snapshot> versions) {
        return new Reading(actor, published(versions));
    }

    /// Reads answers to what some versions of items ask.
    final class Reading {

        private final Actor actor;
        private final Map<UUID, PublishedForm> asked;
        private final Map<UUID, Optional<Facts>> known = new HashMap<>();

        private Reading(Actor actor, Map<UUID, PublishedForm> asked) {
            this.actor = actor;
            this.asked = asked;
        }

        /// Empty where the actor does not see the person.
        Optional<Facts> facts(UUID person) {
            return known.computeIfAbsent(person, it -> forms.facts(actor, it));
        }

        /// As much of answers as fits what is asked now, for one person; of files nothing.
        ///
        /// @param version one of those
        ObjectNode fitting(Snapshot version, UUID person, ObjectNode given) {
            var form = asked.get(version.id());
            var facts = facts(person).orElse(null);
            if (form == null || facts == null) {
                return JsonNodeFactory.instance.objectNode();
            }
            OrderFiles.codes(form.of()).forEach(given::remove);
            return forms.fitting(form.of(), facts, actor, person, given).kept();
        }

        /// What the version asks; null for nothing.
        @Nullable
        Form form(Snapshot version) {
            return asked.get(version.id()) instanceof PublishedForm it ? it.of() : null;
        }

        /// @param version one of those
        Read read(Snapshot version, List<UUID> people, JsonNode given) {
            var form = asked.get(version.id());
            if (form == null) {
                boolean nothing = given.isObject() && given.isEmpty();
                return new Read(null, nothing ? List.of() : List.of(problem("request.order.no_questions")));
            }
            var named = files.named(actor, form.of(), given);
            var problems = new ArrayList<>(named.problems());
            @Nullable Answers answers = null;
            for (var person : people) {
                var facts = facts(person).orElse(null);
                if (facts == null) {
                    problems.add(new Problem(
                            Wishes.FOR,
                            Problem.of("request.order.unknown_person").reason()));
                    break;
                }
                var checked = forms.check(form.of(), facts, actor, person, named.answers());
                answers = answers == null ? checked.answers() : answers;
                if (!checked.good()) {
                    checked.faults()
                            .forEach(it -> problems.add(new Problem(
                                    "/" + ANSWERS + it.pointer(),
                                    people.size() == 1 ? it.reason() : of(actor, person, it.reason()))));
                    break;
                }
            }
            return new Read(answers == null ? null : new Answered(form, answers, named.files()), List.copyOf(problems));
        }
    }

    private static Problem problem(String key) {
        return new Problem(ANSWERS, Message.of(key));
    }

    private Message of(Actor actor, UUID person, Message reason) {
        var label = store.labelsOf(actor, List.of(person)).get(person);
        return Message.of("request.order.answer_of", label == null ? "–" : label.label(), reason);
    }

    /// As much of old answers as fits what is asked now, for one person; of files nothing.
    ObjectNode fitting(Actor actor, Snapshot version, UUID person, @Nullable String kept) {
        return reading(actor, List.of(version)).fitting(version, person, json(kept));
    }

    Answers fitting(Actor actor, Form form, Facts facts, UUID person, JsonNode given) {
        return forms.fitting(form, facts, actor, person, given);
    }

    /// What was kept as text; what cannot be read says nothing.
    static ObjectNode json(@Nullable String kept) {
        try {
            return kept != null && MAPPER.readTree(kept) instanceof ObjectNode object
                    ? object
                    : JsonNodeFactory.instance.objectNode();
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /// What the bundle was answered that chose it, as the actor may know it; empty where none did, or asked nothing.
    Optional<Answers> bundled(Actor actor, Snapshot item) {
        return Optional.ofNullable(item.get(RequestItemType.BUNDLE))
                .flatMap(it -> form(Orders.version(store, it)))
                .map(it -> forms.kept(actor, it.of(), json(item.get(RequestItemType.BUNDLE_ANSWERS))));
    }

    /// What was answered when it was ordered, as the actor may know it; empty where nothing was asked.
    Optional<Answers> ordered(Actor actor, Snapshot item) {
        return form(item.get(RequestItemType.FORM_VERSION))
                .map(it -> forms.kept(actor, it.of(), json(item.get(RequestItemType.ANSWERS))));
    }
}
