package org.mainstay.request;

import java.util.Locale;
import org.mainstay.flow.RunWriter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/request-items/{key}/flow`: where the flow of an item is.
@RestController
class ItemFlowApi {

    private final RecordStore store;
    private final RunWriter runs;
    private final Answers answers;
    private final Problems problems;

    ItemFlowApi(RecordStore store, RunWriter runs, Answers answers, Problems problems) {
        this.store = store;
        this.runs = runs;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping("/api/v1/request-items/{key}/flow")
    ResponseEntity<byte[]> flow(@PathVariable String key, Actor actor, Locale reader) {
        var item = store.find(actor, RequestItemType.REQUEST_ITEM, key).orElse(null);
        var told = item == null ? null : runs.runs(actor, item, reader);
        return told == null ? problems.missing(reader) : answers.ok(told);
    }
}
