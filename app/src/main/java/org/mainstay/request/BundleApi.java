package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Body;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/// `POST /api/v1/catalog-items/{key}/bundle`: what a bundle would order by these answers, and why; nothing is ordered.
@RestController
class BundleApi {

    private final RecordStore store;
    private final Wishes wishes;
    private final ItemForms forms;
    private final BundlePreviews previews;
    private final OrderBody order;
    private final Body bodies;
    private final Answers answers;
    private final Problems problems;
    private final Messages messages;

    BundleApi(
            RecordStore store,
            Wishes wishes,
            ItemForms forms,
            BundlePreviews previews,
            Body bodies,
            Answers answers,
            Problems problems,
            Messages messages) {
        this.store = store;
        this.wishes = wishes;
        this.forms = forms;
        this.previews = previews;
        this.order = new OrderBody(store);
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
        this.messages = messages;
    }

    @PostMapping(path = "/api/v1/catalog-items/{key}/bundle", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> bundle(@PathVariable String key, HttpServletRequest request, Actor actor, Locale reader)
            throws IOException {
        var item = OrderApi.item(store, key).orElse(null);
        var body = bodies.object(bodies.bytes(request), OrderBody.KEYS);
        if (item == null) {
            return problems.missing(reader);
        }
        try {
            var wish = order.wish(actor, item.id(), body);
            return switch (wishes.allowed(actor, wish)) {
                case Wishes.Checked.Bad(Outcome.Missing _) -> problems.missing(reader);
                case Wishes.Checked.Bad(var outcome) -> answers.of(actor, outcome, reader);
                case Wishes.Checked.Good(var granted) -> told(granted.getFirst(), wish, actor, reader);
            };
        } catch (Refusal e) {
            return problems.refused(e.problems(), reader);
        }
    }

    private ResponseEntity<byte[]> told(Wishes.Granted bundle, Orders.Wish wish, Actor actor, Locale reader) {
        if (!Bundles.is(bundle.version())) {
            return problems.refused(List.of(Problem.of("request.bundle.none")), reader);
        }
        var people = bundle.people().stream().map(Snapshot::id).toList();
        var read = forms.read(actor, bundle.version(), people, wish.answers());
        var all = previews.of(actor, bundle.version(), people, Bundles.answers(read), wish, reader);
        var before = BundlePreviews.before(all);
        var named = new HashSet<UUID>();
        all.forEach(it -> {
            named.add(it.choice().of().item());
            named.addAll(it.choice().people());
        });
        var labels = store.labelsOf(actor, named);
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart(Wishes.ITEMS);
            all.forEach(it -> item(json, it, before.get(it.choice().of().id()), labels, reader));
            json.writeEndArray();
            CartApi.problems(json, read.problems(), messages, reader);
            json.writeEndObject();
        }));
    }

    private void item(
            JsonGenerator json,
            BundlePreviews.Previewed one,
            @Nullable Snapshot before,
            Map<UUID, Label> labels,
            Locale reader) {
        var wish = one.wish();
        var read = one.read();
        json.writeStartObject();
        json.writeStringProperty("id", one.choice().of().id().toString());
        json.writeName("item");
        Rendering.reference(json, labels.get(one.choice().of().item()));
        json.writeBooleanProperty("ordered", wish != null);
        json.writeNumberProperty(
                Wishes.QUANTITY, wish == null ? one.choice().of().quantity() : wish.quantity());
        json.writeArrayPropertyStart(Wishes.FOR);
        one.choice().people().forEach(it -> Rendering.reference(json, labels.get(it)));
        json.writeEndArray();
        json.writeStringProperty("condition", one.choice().of().condition());
        json.writeArrayPropertyStart("because");
        one.because().forEach(it -> {
            json.writeStartObject();
            json.writeStringProperty("name", it.name());
            json.writeStringProperty("label", it.label());
            json.writeStringProperty("value", it.value());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeName("depends_on");
        if (before == null) {
            json.writeNull();
        } else {
            json.writeString(before.label());
        }
        json.writeName(ItemForms.ANSWERS);
        if (read == null || read.answers() == null) {
            json.writeNull();
        } else {
            json.writeTree(read.answers().json());
        }
        var wrong = one.refused() instanceof Outcome.Refused(var refused)
                ? refused
                : one.refused() instanceof Outcome.Denied(var reason)
                        ? List.of(new Problem("", reason))
                        : one.problems();
        CartApi.problems(json, wrong, messages, reader);
        json.writeEndObject();
    }
}
