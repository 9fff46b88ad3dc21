package org.mainstay.request;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.Answers;
import org.mainstay.request.form.Forms;
import org.mainstay.rest.Told;
import tools.jackson.databind.JsonNode;

/// What was answered when something was ordered, by the codes of the questions of its form's version, or of its
/// bundle's; of records no more than whoever reads it may know.
final class GivenAnswers implements Told {

    private final RecordStore store;
    private final Forms forms;
    private final Attribute<String> answers;

    /// From which the version of the form is known.
    private final Attribute<UUID> by;

    private GivenAnswers(RecordStore store, Forms forms, Attribute<String> answers, Attribute<UUID> by) {
        this.store = store;
        this.forms = forms;
        this.answers = answers;
        this.by = by;
    }

    static GivenAnswers ofItems(RecordStore store, Forms forms) {
        return new GivenAnswers(store, forms, RequestItemType.ANSWERS, RequestItemType.FORM_VERSION);
    }

    static GivenAnswers ofBundles(RecordStore store, Forms forms) {
        return new GivenAnswers(store, forms, RequestItemType.BUNDLE_ANSWERS, RequestItemType.BUNDLE);
    }

    @Override
    public String type() {
        return RequestItemType.REQUEST_ITEM.code();
    }

    @Override
    public String attribute() {
        return answers.code();
    }

    @Override
    public String schema() {
        return "GivenAnswers";
    }

    @Override
    public List<Attribute<?>> reads() {
        return List.of(answers, by);
    }

    @Override
    public Map<UUID, JsonNode> of(Actor actor, List<Snapshot> records) {
        var versions = versions(records);
        var asked = forms.versions(Installation.ITSELF, versions.values());
        var given = new LinkedHashMap<UUID, Answers>();
        var named = new HashSet<UUID>();
        records.forEach(it -> {
            var form = asked.get(versions.get(it.id()));
            if (form != null) {
                var kept = forms.kept(form.of(), ItemForms.json(it.get(answers)));
                given.put(it.id(), kept);
                named.addAll(kept.records());
            }
        });
        var labels = store.labelsOf(actor, named);
        var told = new HashMap<UUID, JsonNode>();
        given.forEach((id, it) -> told.put(id, it.called(labels).json()));
        return told;
    }

    /// By record, the version of the form that asked.
    private Map<UUID, UUID> versions(List<Snapshot> records) {
        var named = new HashMap<UUID, UUID>();
        records.forEach(it -> {
            if (it.get(by) instanceof UUID version) {
                named.put(it.id(), version);
            }
        });
        if (by == RequestItemType.FORM_VERSION || named.isEmpty()) {
            return named;
        }
        var asks = new HashMap<UUID, UUID>();
        store.get(Installation.ITSELF, CatalogVersionType.CATALOG_ITEM_VERSION, Set.copyOf(named.values()))
                .forEach(it -> {
                    if (it.get(CatalogVersionType.FORM_VERSION) instanceof UUID form) {
                        asks.put(it.id(), form);
                    }
                });
        named.values().removeIf(it -> !asks.containsKey(it));
        named.replaceAll((_, version) -> asks.get(version));
        return named;
    }
}
