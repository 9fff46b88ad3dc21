package org.mainstay.cmdb.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Snapshot;

/// Lists and tables in the fields of the page on which a mapping is made, and mappings that cannot be read.
class EntriesTests {

    @Test
    void whatPeopleTypeIsRead() {
        assertThat(Entries.list("n/a, unknown,, \"quoted")).containsExactly("n/a", "unknown", "\"quoted");
        assertThat(Entries.table("Server = linux_server\nnothing\n= x\n\\\\host=a = b"))
                .isEqualTo(Map.of("Server", "linux_server", "\\\\host", "a = b"));
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        var list = List.of("a", "n/a, none", "\"x\"", "two\nlines", "back\\slash", "é=ü");
        assertThat(Entries.list(Entries.list(list))).isEqualTo(list);
        var table = Map.of("a=b", "c", "\"k\"", "v = w", "C:\\", "two\nlines", "plain key", "\"v\"", "x", "");
        assertThat(Entries.table(Entries.table(table))).isEqualTo(table);
    }

    @Test
    void aMappingWhoseLinesCannotBeReadHasNone() {
        var stored = new Snapshot(
                DiscoveryMappingType.DISCOVERY_MAPPING,
                UUID.randomUUID(),
                Map.of(
                        "number",
                        "DMP1",
                        "name",
                        "x",
                        "source",
                        UUID.randomUUID(),
                        "organisation",
                        UUID.randomUUID(),
                        "format",
                        DiscoveryMapping.Format.CSV,
                        "header",
                        true,
                        "lines",
                        "oops"),
                true);
        assertThat(DiscoveryMapping.of(stored).lines()).isEmpty();
    }
}
