package org.mainstay.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Comment;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.store.Bulk;
import org.mainstay.kernel.store.Input;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is to be done to many records; kept with its job, whose content says which they are.
///
/// @param action by name; empty where attributes are set
/// @param values the attributes, or the answers to the action's questions; an object
/// @param typed whether the values are texts as people type them
/// @param comment to be said on each; empty for nothing
/// @param internal whether the comment is a work note
/// @param filter that found the records; empty where they were named one by one
/// @param dry whether nothing is to be written
/// @param applies the dry run that somebody looked at before, by id
/// @param undoes the bulk whose work is to be taken back, by id
/// @param scopes the permissions its owner asked with
record BulkOrder(
        String collection,
        String action,
        JsonNode values,
        boolean typed,
        String comment,
        boolean internal,
        String filter,
        boolean dry,
        @Nullable String applies,
        @Nullable String undoes,
        List<String> scopes) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    JsonNode payload() {
        return MAPPER.valueToTree(this);
    }

    static BulkOrder of(Job job) {
        return MAPPER.treeToValue(job.payload(), BulkOrder.class);
    }

    /// @param operation what ties everything together that it writes
    Bulk bulk(UUID operation) {
        return new Bulk(
                action.isEmpty() ? null : action,
                input(),
                () -> comment.isEmpty() ? null : new Comment(comment, internal),
                operation);
    }

    private Input input() {
        var given = new LinkedHashMap<String, Input.Given>();
        values.forEachEntry((code, value) ->
                given.put(code, typed ? new Input.Given.Text(value.stringValue()) : new Input.Given.Json(value)));
        return new Input(given);
    }

    boolean asksNothing() {
        return action.isEmpty() && values.isEmpty() && comment.isEmpty();
    }

    /// The order to do what this dry run told.
    BulkOrder applying(UUID preview, List<String> permissions) {
        return with(false, preview.toString(), null, permissions);
    }

    /// The order to take back what this one did.
    BulkOrder undoing(UUID job, List<String> permissions) {
        return with(false, null, job.toString(), permissions);
    }

    private BulkOrder with(boolean trial, @Nullable String previewed, @Nullable String done, List<String> permissions) {
        return new BulkOrder(
                collection, action, values, typed, comment, internal, filter, trial, previewed, done, permissions);
    }
}
