package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Conversations;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Mentioned;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Explanation;
import org.mainstay.people.GroupType;
import org.mainstay.people.Permissions;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/{collection}/{key}/access`: who of those concerned sees a record and why, and the same about anybody one asks
/// for. For those who manage people.
@Controller
class AccessPages {

    private static final int MOST = 40;

    private final RecordTypes types;
    private final RecordStore store;
    private final Conversations conversations;
    private final Explanation explanation;
    private final Mentioned mentioned;
    private final Frames frames;
    private final Show show;

    AccessPages(
            RecordTypes types,
            RecordStore store,
            Conversations conversations,
            Explanation explanation,
            Mentioned mentioned,
            Frames frames,
            Show show) {
        this.types = types;
        this.store = store;
        this.conversations = conversations;
        this.explanation = explanation;
        this.mentioned = mentioned;
        this.frames = frames;
        this.show = show;
    }

    @GetMapping("/{collection:[a-z][a-z-]*}/{key}/access")
    String access(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String person,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        if (!asks(actor, record)) {
            throw new NoSuchPage();
        }
        var frame = frames.of(actor, request, locale);
        var asked = person.isBlank() ? null : mentioned.person(actor, Forms.number(person));
        model.addAttribute("frame", frame);
        model.addAttribute("href", Hrefs.record(collection, record));
        model.addAttribute("record", record.number() + " " + record.label());
        model.addAttribute("person", person);
        model.addAttribute("error", person.isBlank() || asked != null ? "" : frame.say("conversation.watch.unknown"));
        model.addAttribute("answer", asked == null ? List.of() : readers(actor, record, List.of(asked), frame));
        model.addAttribute("readers", readers(actor, record, concerned(actor, record), frame));
        return "record/access";
    }

    /// Whether the actor may know who sees the record.
    static boolean asks(Actor actor, Snapshot record) {
        return actor.may(Permissions.PEOPLE_MANAGE, record.organisation());
    }

    private List<SeenBy> readers(Actor actor, Snapshot record, Collection<UUID> persons, Frame frame) {
        var labels = store.labelsOf(actor, persons);
        return persons.stream()
                .filter(labels::containsKey)
                .limit(MOST)
                .map(it -> explanation
                        .of(actor, it, record.id())
                        .map(answer -> new SeenBy(
                                show.linked(labels.get(it)),
                                answer.allowed(),
                                frame.messages().say(answer.reason(), frame.locale()),
                                answer.allowed()
                                        ? List.of()
                                        : answer.failed().stream()
                                                .map(reason -> frame.messages().say(reason, frame.locale()))
                                                .toList()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /// Whom the record names, who watches it, and the groups that it is with.
    private Set<UUID> concerned(Actor actor, Snapshot record) {
        var persons = new LinkedHashSet<UUID>();
        var groups = new LinkedHashSet<UUID>();
        for (Attribute<?> attribute : record.type().attributes()) {
            var target = attribute.kind().target();
            if ("person".equals(target)) {
                named(record.get(attribute), persons);
            } else if ("group".equals(target)) {
                named(record.get(attribute), groups);
            }
        }
        conversations.watchers(actor, record).forEach(it -> persons.add(it.person()));
        store.get(actor, GroupType.GROUP, groups).forEach(it -> named(it.get(GroupType.MEMBERS), persons));
        return persons;
    }

    private static void named(@Nullable Object value, Set<UUID> into) {
        if (value instanceof UUID id) {
            into.add(id);
        } else if (value instanceof Collection<?> ids) {
            ids.forEach(it -> into.add((UUID) it));
        }
    }
}
