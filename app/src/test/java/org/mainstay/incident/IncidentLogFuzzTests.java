package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Fuzz;
import org.mainstay.transfer.BadFile;

/// Whatever the file: rows, or a sentence that says what is wrong with it.
class IncidentLogFuzzTests {

    private static final String HEADER = "number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,"
            + "made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,"
            + "contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,"
            + "assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,"
            + "resolved_by,resolved_at,closed_at\n";

    private static final List<String> PIECES = List.of(
            "INC0000045",
            ",",
            ",,,,",
            "New",
            "Active",
            "-100",
            "true",
            "29/2/2016 01:16",
            "29/2/2015 01:16",
            "1/1/0000 00:00",
            "99/99/9999 99:99",
            "2 - Medium",
            "3 - Moderate",
            "?",
            "\"",
            "\"\"",
            "\r\n",
            "\n",
            "Opened by  8",
            "\ufeff",
            ";",
            "\t",
            HEADER);

    @FuzzTest
    void anyFileIsRowsOrRefused(FuzzedDataProvider data) {
        read(data.consumeRemainingAsBytes());
    }

    @Test
    void piecesOfALogInAnyOrderAreRowsOrRefused() {
        Fuzz.texts("incident log", 2_000, 60, PIECES, it -> read(it.getBytes(StandardCharsets.UTF_8)));
        Fuzz.texts("incident log rows", 2_000, 60, PIECES, it -> read((HEADER + it).getBytes(StandardCharsets.UTF_8)));
    }

    private static void read(byte[] file) {
        try {
            assertThat(IncidentLogRows.read(new ByteArrayInputStream(file))).isNotNull();
        } catch (BadFile e) {
            assertThat(e.reason().key()).isNotBlank();
        } catch (IOException e) {
            throw new UncheckedIOException("a file that is wrong is refused as one", e);
        }
    }
}
