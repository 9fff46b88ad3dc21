package org.mainstay.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything an import was asked to do; kept with its job, so that it goes on the same on any node.
///
/// @param profile empty for plain tables
/// @param file the file's name, to show
/// @param format `csv` or `ndjson`; of no meaning to profiles
/// @param charset declared; empty for UTF-8 or what a byte order mark says
/// @param separator between fields of CSV; empty where the header is to tell
/// @param key columns that together identify a record in its source
/// @param source what the keys are from; empty where records are found by their numbers
/// @param organisation of new records that name none, by id; null for what rules make of it
/// @param missing codes of types of which records that are only named are created
/// @param clear whether an empty cell empties the attribute; else it leaves it
/// @param dry whether nothing is to be written
/// @param dates pattern of days as the file has them; empty for ISO and `24.12.2026`
/// @param scopes the permissions its owner asked with
/// @param undoes the import whose work is to be taken back, by id; null for an import
record ImportOrder(
        String profile,
        String collection,
        String file,
        String format,
        String charset,
        String separator,
        List<Column> columns,
        List<String> key,
        String source,
        @Nullable String organisation,
        Set<String> missing,
        boolean clear,
        boolean dry,
        String dates,
        List<String> scopes,
        @Nullable String undoes) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// @param attribute its code; empty where the column gives none
    record Column(String name, String attribute, Use use) {}

    /// What a column is for.
    enum Use {
        /// Its values are taken.
        TAKEN,
        /// It says which record is meant.
        KEY,
        /// Mainstay keeps the attribute itself: who changed what when, how many versions there are.
        KEPT,
        /// It was said to be of no meaning.
        IGNORED,
        /// Nobody said what it is.
        UNKNOWN
    }

    JsonNode payload() {
        return MAPPER.valueToTree(this);
    }

    static ImportOrder of(Job job) {
        return MAPPER.treeToValue(job.payload(), ImportOrder.class);
    }

    /// The parameters that ask for the same again, but for what columns are for and whether it is in
    /// earnest.
    Map<String, String> parameters() {
        var parameters = new HashMap<String, String>();
        parameters.put("profile", profile);
        parameters.put("format", profile.isEmpty() ? format : "");
        parameters.put("charset", charset);
        parameters.put("delimiter", separator);
        parameters.put("key", String.join(",", key));
        parameters.put("source", source);
        parameters.put("organisation", organisation == null ? "" : organisation);
        parameters.put("create_missing", String.join(",", missing));
        parameters.put("blanks", clear ? "clear" : "leave");
        parameters.put("date_format", dates);
        return parameters;
    }

    /// Whether what the job did can be taken back.
    boolean undoable(Job job) {
        return !dry && undoes == null && TakingBack.possible(job);
    }

    /// The order to take back what this one did.
    ImportOrder undoing(UUID job, List<String> permissions) {
        var number = List.of(new Column(Header.NUMBER.code(), "", Use.KEPT));
        return new ImportOrder(
                "",
                collection,
                file,
                ImportFile.CSV,
                "",
                "",
                number,
                List.of(),
                "",
                null,
                Set.of(),
                false,
                false,
                "",
                permissions,
                job.toString());
    }

    ImportOrder with(String form, List<Column> mapped) {
        return new ImportOrder(
                profile,
                collection,
                file,
                form,
                charset,
                separator,
                mapped,
                key,
                source,
                organisation,
                missing,
                clear,
                dry,
                dates,
                scopes,
                undoes);
    }
}
