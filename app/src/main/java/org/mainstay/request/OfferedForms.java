package org.mainstay.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.Facts;
import org.mainstay.request.form.FormType;
import org.mainstay.request.form.Forms;
import org.mainstay.request.form.PublishedForm;
import org.mainstay.rest.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What an item asks as it is offered, for whoever reads it: the form with its questions and parsed conditions. Of an
/// item that was never published, what it would ask.
final class OfferedForms implements Told {

    private final RecordStore store;
    private final Forms forms;
    private final Clock clock;

    OfferedForms(RecordStore store, Forms forms, Clock clock) {
        this.store = store;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public String type() {
        return CatalogItemType.CATALOG_ITEM.code();
    }

    @Override
    public String attribute() {
        return CatalogItemType.FORM.code();
    }

    @Override
    public String schema() {
        return "OfferedForm";
    }

    @Override
    public List<Attribute<?>> reads() {
        return List.of(
                CatalogItemType.FORM,
                CatalogItemType.FORM_VERSION,
                CatalogItemType.CURRENT_VERSION,
                Header.ORGANISATION);
    }

    @Override
    public Map<UUID, JsonNode> of(Actor actor, List<Snapshot> records) {
        var own = new ArrayList<UUID>();
        records.forEach(it -> {
            if (it.get(CatalogItemType.FORM) instanceof UUID form) {
                own.add(form);
            }
        });
        var works = new HashMap<UUID, Snapshot>();
        store.get(Installation.ITSELF, FormType.FORM, own).forEach(it -> works.put(it.id(), it));
        var ids = new HashMap<UUID, UUID>();
        records.forEach(it -> {
            var version = version(it, works);
            if (version != null) {
                ids.put(it.id(), version);
            }
        });
        if (ids.isEmpty() && own.isEmpty()) {
            return Map.of();
        }
        var versions = forms.versions(Installation.ITSELF, ids.values());
        var labels = store.labelsOf(actor, own);
        var facts = forms.facts(actor, actor.id())
                .orElseGet(() -> new Facts(LocalDate.ofInstant(clock.instant(), actor.zone()), Map.of()));
        var told = new HashMap<UUID, JsonNode>();
        records.forEach(it -> {
            var work = works.get(it.get(CatalogItemType.FORM));
            var node =
                    one(it, versions.get(ids.get(it.id())), work == null ? null : labels.get(work.id()), facts, actor);
            if (node != null) {
                told.put(it.id(), node);
            }
        });
        return told;
    }

    private static @Nullable UUID version(Snapshot item, Map<UUID, Snapshot> works) {
        if (item.get(CatalogItemType.CURRENT_VERSION) != null) {
            return item.get(CatalogItemType.FORM_VERSION);
        }
        var work = works.get(item.get(CatalogItemType.FORM));
        return work == null ? null : work.get(FormType.PUBLISHED);
    }

    private @Nullable ObjectNode one(
            Snapshot item, @Nullable PublishedForm offered, @Nullable Label work, Facts facts, Actor actor) {
        boolean keeps = actor.may(Grants.ADMIN, item.organisation());
        boolean published = item.get(CatalogItemType.CURRENT_VERSION) != null;
        if (offered == null && (work == null || published && !keeps)) {
            return null;
        }
        var node = JsonNodeFactory.instance.objectNode();
        if (offered == null) {
            return published ? node.set("draft", reference(work)) : reference(work);
        }
        node.put("id", offered.form().toString());
        node.put("number", offered.code());
        node.put("label", offered.name());
        node.put("version", offered.number());
        node.put("revision", offered.revision());
        if (keeps && !Objects.equals(work == null ? null : work.id(), offered.form())) {
            node.set("draft", work == null ? JsonNodeFactory.instance.nullNode() : reference(work));
        }
        return node.setAll(forms.document(offered.of(), facts));
    }

    private static ObjectNode reference(@Nullable Label label) {
        var node = JsonNodeFactory.instance.objectNode();
        return label == null
                ? node
                : node.put("id", label.id().toString())
                        .put("number", label.number())
                        .put("label", label.label());
    }
}
