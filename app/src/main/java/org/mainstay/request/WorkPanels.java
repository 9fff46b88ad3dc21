package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What belongs to a record, on its page: the items of a request, the tasks of an item; and for administrators, why
/// somebody may order an item.
@Controller
class WorkPanels {

    private static final int MOST = 200;

    private final RecordStore store;
    private final Entitlements entitlements;
    private final CatalogViews views;
    private final AnswerViews answers;
    private final Show show;
    private final Frames frames;

    WorkPanels(
            RecordStore store,
            Entitlements entitlements,
            CatalogViews views,
            AnswerViews answers,
            Show show,
            Frames frames) {
        this.store = store;
        this.entitlements = entitlements;
        this.views = views;
        this.answers = answers;
        this.show = show;
        this.frames = frames;
    }

    @GetMapping("/requests/{key}/items")
    String items(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var record = store.find(actor, RequestType.REQUEST, key).orElseThrow(NoSuchPage::new);
        var lines = Filter.is(RequestItemType.REQUEST, record.id());
        return lines(
                record,
                RequestItemType.REQUEST_ITEM,
                lines,
                List.of(RequestItemType.STATE, RequestItemType.BENEFICIARY, RequestItemType.GROUP),
                "request.items",
                request,
                actor,
                locale,
                model);
    }

    @GetMapping("/request-items/{key}/tasks")
    String tasks(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var record = store.find(actor, RequestItemType.REQUEST_ITEM, key).orElseThrow(NoSuchPage::new);
        var lines = Filter.is(TaskType.REQUEST_ITEM, record.id());
        return lines(
                record,
                TaskType.TASK,
                lines,
                List.of(TaskType.STATE, TaskType.GROUP, TaskType.ASSIGNEE),
                "request.tasks",
                request,
                actor,
                locale,
                model);
    }

    @GetMapping("/catalog-items/{key}/bundle")
    String bundle(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var record = store.find(actor, CatalogItemType.CATALOG_ITEM, key).orElseThrow(NoSuchPage::new);
        var lines = Filter.is(BundleItemType.BUNDLE, record.id());
        return lines(
                record,
                BundleItemType.BUNDLE_ITEM,
                lines,
                List.of(BundleItemType.CONDITION, BundleItemType.DEPENDS_ON),
                "request.bundle_items",
                request,
                actor,
                locale,
                model);
    }

    @GetMapping("/request-items/{key}/answers")
    String answers(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var record = store.find(actor, RequestItemType.REQUEST_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new WorkView.Answers(
                        Hrefs.record(record.type().collection(), record),
                        record.number() + " " + record.label(),
                        answers.ordered(record, actor, frame),
                        answers.bundled(record, actor, frame)));
        return request.getHeader("HX-Request") == null ? "request/answers_page" : "request/answers_panel";
    }

    private String lines(
            Snapshot record,
            RecordType<?> type,
            Filter filter,
            List<Attribute<?>> shown,
            String title,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var reader = Show.Reader.of(frame, actor);
        var found = store.list(actor, type, Query.of(filter).limit(MOST)).items().stream()
                .sorted((a, b) -> a.number().compareTo(b.number()))
                .toList();
        var labels = store.labels(actor, found);
        var lines = found.stream()
                .map(it -> new WorkView.Line(
                        new Shown.Linked(
                                Hrefs.record(type.collection(), it), it.number(), it.number() + " " + it.label()),
                        shown.stream()
                                .map(one -> show.value(it, one, labels, reader))
                                .filter(one -> !(one instanceof Shown.Nothing))
                                .toList()))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new WorkView.Lines(
                        Hrefs.record(record.type().collection(), record),
                        record.number() + " " + record.label(),
                        title,
                        title + ".none",
                        lines));
        return request.getHeader("HX-Request") == null ? "request/lines_page" : "request/lines";
    }

    @GetMapping("/catalog-items/{key}/entitlement")
    String entitlement(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String person,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var item = store.find(actor, CatalogItemType.CATALOG_ITEM, key).orElseThrow(NoSuchPage::new);
        if (!actor.may(Grants.ADMIN, item.organisation())) {
            throw new NotPermitted(Message.of("kernel.access.administrators_only"));
        }
        var frame = frames.of(actor, request, locale);
        @Nullable Snapshot who = who(actor, person).orElse(null);
        var conditions = who == null ? List.<CatalogView.Condition>of() : views.why(item.id(), who.id(), actor, frame);
        boolean sees = who != null && entitlements.sees(item.id(), who.id());
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new WorkView.Entitled(
                        Hrefs.record("catalog-items", item),
                        item.number() + " " + item.label(),
                        person,
                        who != null,
                        sees,
                        sees && conditions.stream().allMatch(CatalogView.Condition::holds),
                        conditions));
        return "request/entitlement";
    }

    private Optional<Snapshot> who(Actor actor, String person) {
        boolean possible =
                !person.isBlank() && person.length() <= 200 && person.chars().noneMatch(Character::isISOControl);
        return possible ? store.find(actor, PersonType.PERSON, person.strip()) : Optional.empty();
    }
}
