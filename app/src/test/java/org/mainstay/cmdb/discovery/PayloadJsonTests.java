package org.mainstay.cmdb.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainstay.cmdb.discovery.Samples.LAPTOP;
import static org.mainstay.cmdb.discovery.Samples.SWITCH;
import static org.mainstay.cmdb.discovery.Samples.bytes;
import static org.mainstay.cmdb.discovery.Samples.identifiers;
import static org.mainstay.cmdb.discovery.Samples.payload;
import static org.mainstay.cmdb.discovery.Samples.refs;
import static org.mainstay.cmdb.discovery.Samples.relations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadJsonTests {

    private static final String GOOD = """
            {"partial": true,
             "relations": [{"type": "depends_on", "from": "web", "to": "db", "values": {"port": 5432}}],
             "items": [
               {"ref": "web", "class": "linux_server",
                "values": {"name": "web01", "memory_mb": 16384, "virtual": true, "custom.rate": 1.5, "os": null},
                "identifiers": [{"kind": "serial", "value": "4cx77 ", "scope": "Dell Inc."},
                                {"kind": "mac", "value": "00:00:00:00:00:00"}]},
               {"ref": "db", "class": "database", "values": {"name": "orders"}}]}
            """;

    private static PayloadJson.Reading read(String json) throws IOException {
        return PayloadJson.read(new ByteArrayInputStream(bytes(json)));
    }

    private static List<String> refused(String json) throws IOException {
        return read(json).refused().stream()
                .map(it -> it.pointer() + " " + it.says().key())
                .toList();
    }

    private static String items(String... records) {
        return "{\"items\":[" + String.join(",", records) + "]}";
    }

    @Test
    void aPayloadIsReadWithItsValuesAsTheyAre() throws Exception {
        var reading = read(GOOD);
        assertThat(reading.refused()).isEmpty();
        var payload = reading.payload();
        assertThat(payload.partial()).isTrue();
        assertThat(refs(payload)).containsExactly("web", "db");
        var web = payload.items().getFirst();
        assertThat(web.values())
                .containsEntry("name", "web01")
                .containsEntry("memory_mb", 16_384L)
                .containsEntry("virtual", true)
                .containsEntry("custom.rate", new BigDecimal("1.5"))
                .doesNotContainKey("os");
        assertThat(identifiers(web)).containsExactly("serial 4CX77 dell");
        assertThat(payload.remarks()).singleElement().satisfies(it -> {
            assertThat(it.pointer()).isEqualTo("/items/0/identifiers/1");
            assertThat(it.says().key()).isEqualTo("discovery.junk.placeholder");
        });
        assertThat(relations(payload)).containsExactly("depends_on web db");
        assertThat(payload.relations().getFirst().values()).containsEntry("port", 5432L);
    }

    @Test
    void whatAgentsToldIsTheSameAfterJson() throws Exception {
        for (var told : List.of(payload(SWITCH), payload(LAPTOP))) {
            var written = PayloadJson.write(told);
            var read = PayloadJson.read(new ByteArrayInputStream(written));
            assertThat(read.refused()).isEmpty();
            assertThat(refs(read.payload())).isEqualTo(refs(told));
            assertThat(read.payload().relations()).isEqualTo(told.relations());
            assertThat(read.payload().items().stream().map(Discovered::identifiers))
                    .isEqualTo(
                            told.items().stream().map(Discovered::identifiers).toList());
            assertThat(PayloadJson.write(read.payload())).isEqualTo(written);
        }
    }

    @Test
    void aBadRecordIsRefusedAloneAndWhatHangsOnItToo() throws Exception {
        var reading = read("""
                {"items": [{"ref": "a", "class": "linux_server"}, 7, {"ref": "b", "class": "Linux Server"},
                           {"ref": "a", "class": "database"}, {"ref": "c", "class": "database"}],
                 "relations": [{"type": "depends_on", "from": "a", "to": "b"},
                               {"type": "depends_on", "from": "a", "to": "c"}]}
                """);
        assertThat(refs(reading.payload())).containsExactly("a", "c");
        assertThat(relations(reading.payload())).containsExactly("depends_on a c");
        assertThat(reading.refused().stream()
                        .map(it -> it.pointer() + " " + it.says().key()))
                .containsExactly(
                        "/items/1 discovery.no_record",
                        "/items/2/class discovery.no_code",
                        "/items/3/ref discovery.ref_twice",
                        "/relations/0/to discovery.unknown_ref");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'class':'server'} | /items/0/ref discovery.text_needed",
                "{'ref':' ','class':'server'} | /items/0/ref discovery.text_needed",
                "{'ref':'a'} | /items/0/class discovery.text_needed",
                "{'ref':'a','class':'server','name':'x'} | /items/0/name discovery.unknown_key",
                "{'ref':'a','class':'server','values':[]} | /items/0/values discovery.values_needed",
                "{'ref':'a','class':'server','values':{'OS':'x'}} | /items/0/values/OS discovery.no_code",
                "{'ref':'a','class':'server','values':{'a/b':'x'}} | /items/0/values/a~1b discovery.no_code",
                "{'ref':'a','class':'server','values':{'os':{}}} | /items/0/values/os discovery.plain_value_needed",
                "{'ref':'a','class':'server','values':{'os':[1]}} | /items/0/values/os discovery.plain_value_needed",
                "{'ref':'a','class':'server','values':{'n':99999999999999999999}} "
                        + "| /items/0/values/n discovery.absurd_number",
                "{'ref':'a','class':'server','values':{'os':'\\u0000'}} "
                        + "| /items/0/values/os discovery.control_characters",
                "{'ref':'a','class':'server','identifiers':{}} | /items/0/identifiers discovery.identifiers_needed",
                "{'ref':'a','class':'server','identifiers':[{'kind':'mac'}]} "
                        + "| /items/0/identifiers/0/value discovery.text_needed",
            })
    void everyFaultHasItsPlace(String record, String expected) throws Exception {
        var reading = read(items(record.replace('\'', '"'), "{\"ref\":\"z\",\"class\":\"server\"}"));
        assertThat(reading.refused().stream()
                        .map(it -> it.pointer() + " " + it.says().key()))
                .containsExactly(expected);
        assertThat(refs(reading.payload())).containsExactly("z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{",
                "{\"items\":[{]}",
                "{\"items\":{}}",
                "{\"items\":[]} {}",
                "{\"partial\":1}",
                "{\"things\":[]}",
                "{\"items\":[],\"items\":[]}",
            })
    void whatIsNoPayloadIsRefusedAsAWhole(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(BadPayload.class);
    }

    @Test
    void tooLongValuesAreRefusedAndNotCut() throws Exception {
        var long10001 = "{\"ref\":\"a\",\"class\":\"server\",\"values\":{\"os\":\"" + "x".repeat(10_001) + "\"}}";
        assertThat(refused(items(long10001))).containsExactly("/items/0/values/os discovery.too_long");
    }

    @Test
    void aConnectionThatBreaksIsNobodysPayload() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatThrownBy(() -> PayloadJson.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("reset");
    }

    @Test
    void moreBytesThanMayBeAreRefused() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) ' ');
                return length;
            }
        };
        assertThatThrownBy(() -> PayloadJson.read(endless)).isInstanceOf(BadPayload.class);
    }

    @Test
    void moreItemsThanMayBeAreRefused() {
        var many = new StringBuilder("{\"items\":[");
        for (int i = 0; i <= Payload.MOST_ITEMS; i++) {
            many.append(i == 0 ? "" : ",").append("{\"ref\":\"").append(i).append("\",\"class\":\"server\"}");
        }
        assertThatThrownBy(() -> read(many + "]}"))
                .isInstanceOfSatisfying(
                        BadPayload.class, it -> assertThat(it.reason().key()).isEqualTo("discovery.too_many_records"));
    }
}
