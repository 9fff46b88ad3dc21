package org.mainstay.authorisation;

import java.util.Map;
import org.mainstay.kernel.record.Snapshot;

/// A record of one type, and what can be made and changed like it.
///
/// @param name as the matrix has it
/// @param create what another one would be made of
/// @param edit a change that can be made
record Specimen(String name, String collection, Snapshot record, Map<String, String> create, Map<String, String> edit) {

    static String json(Map<String, String> values) {
        var json = new StringBuilder("{");
        values.forEach((code, value) -> json.append(json.length() > 1 ? "," : "")
                .append("\"" + code + "\":")
                .append(value.matches("true|false|[0-9]+") ? value : "\"" + value.replace("\"", "\\\"") + "\""));
        return json.append("}").toString();
    }
}
