package org.mainstay.cmdb.reconciliation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Asked;
import org.mainstay.rest.Body;
import org.mainstay.rest.Problems;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/configuration-items/{key}/merge` and `…/undo_merge`.
@RestController
@RequestMapping("/api/v1/configuration-items/{key}")
class MergeApi {

    private final RecordStore store;
    private final Merging merging;
    private final Transactions transactions;
    private final Body bodies;
    private final Answers answers;
    private final Problems problems;

    MergeApi(
            RecordStore store,
            Merging merging,
            Transactions transactions,
            Body bodies,
            Answers answers,
            Problems problems) {
        this.store = store;
        this.merging = merging;
        this.transactions = transactions;
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
    }

    /// `{"duplicate": "CI0000012"}`: the duplicate becomes part of the item of the address.
    @PostMapping(path = "/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> merge(
            @PathVariable String key,
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var survivor = find(actor, key);
        if (survivor.isEmpty()) {
            return problems.missing(reader);
        }
        if (ItemOrganisations.manages(actor, survivor.get().organisation()) instanceof Decision.Denied(var reason)) {
            return problems.denied(reason, reader);
        }
        var named = bodies.object(bodies.bytes(request), "duplicate")
                .path("duplicate")
                .asString("");
        var duplicate = named.isEmpty() ? Optional.<Snapshot>empty() : find(actor, named);
        if (duplicate.isEmpty()) {
            var reason = named.isEmpty()
                    ? Message.of("kernel.save.required")
                    : Message.of("kernel.save.no_such_record", named);
            return problems.refused(List.of(new Problem("duplicate", reason)), reader);
        }
        boolean dry = Asked.yes("dry_run", dryRun);
        var found = dry
                ? transactions.undone(() -> merge(actor, survivor.get(), duplicate.get()))
                : merge(actor, survivor.get(), duplicate.get());
        return found.isEmpty() ? current(actor, survivor.get(), reader) : problems.refused(found, reader);
    }

    private List<Problem> merge(Actor actor, Snapshot survivor, Snapshot duplicate) {
        return merging.merge(actor, Cause.action("merge"), survivor.id(), duplicate.id());
    }

    /// Makes the duplicate the item of its own that it was.
    @PostMapping(path = "/undo_merge", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> undo(@PathVariable String key, Actor actor, Locale reader) {
        var duplicate = find(actor, key);
        if (duplicate.isEmpty()) {
            return problems.missing(reader);
        }
        if (ItemOrganisations.manages(actor, duplicate.get().organisation()) instanceof Decision.Denied(var reason)) {
            return problems.denied(reason, reader);
        }
        return switch (merging.undo(actor, duplicate.get())) {
            case Merging.Undoing.Refused(var problem) -> problems.refused(List.of(problem), reader);
            case Merging.Undoing.Done _ -> current(actor, duplicate.get(), reader);
        };
    }

    private Optional<Snapshot> find(Actor actor, String key) {
        return store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key);
    }

    private ResponseEntity<byte[]> current(Actor actor, Snapshot item, Locale reader) {
        return store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, item.id())
                .map(it -> answers.of(actor, new Outcome.Done(it), reader))
                .orElseGet(() -> problems.missing(reader));
    }
}
