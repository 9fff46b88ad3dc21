package org.mainstay.cmdb.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainstay.cmdb.discovery.Samples.LAPTOP;
import static org.mainstay.cmdb.discovery.Samples.LAPTOP_JSON;
import static org.mainstay.cmdb.discovery.Samples.bytes;
import static org.mainstay.cmdb.discovery.Samples.call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mainstay.cmdb.discovery.AgentCall.Language;
import org.mainstay.cmdb.discovery.AgentCall.Purpose;
import tools.jackson.databind.json.JsonMapper;

class AgentCallTests {

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<REQUEST>\n"
            + "  <DEVICEID>dune-3</DEVICEID>\n  <QUERY>PROLOG</QUERY>\n  <TOKEN>12345678</TOKEN>\n</REQUEST>\n";
    private static final String CONTACT = "{\"action\":\"contact\",\"deviceid\":\"dune-3\",\"name\":\"GLPI-Agent\","
            + "\"installed-tasks\":[\"inventory\"],\"httpd-port\":62354}";

    private static String unpacked(AgentAnswer answer) throws Exception {
        try (var in = Packing.of(answer.body()).open(answer.body())) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void aCallIsAnsweredInTheWayItCame(Packing packing) throws Exception {
        var call = AgentCall.read(packing.pack(bytes(PROLOG)), null);
        assertThat(call.packing()).isEqualTo(packing);
        assertThat(call.purpose()).isEqualTo(Purpose.PROLOG);
        assertThat(call.agent()).isEqualTo("dune-3");
        assertThat(call.payload().items()).isEmpty();
        var answer = AgentAnswer.taken(call, 24);
        assertThat(Packing.of(answer.body())).isEqualTo(packing);
        assertThat(unpacked(answer)).contains("<REPLY><RESPONSE>SEND</RESPONSE><PROLOG_FREQ>24</PROLOG_FREQ></REPLY>");
        assertThat(answer.contentType())
                .isEqualTo(
                        switch (packing) {
                            case NONE -> "application/xml";
                            case ZLIB -> "application/x-compress-zlib";
                            case GZIP -> "application/x-compress-gzip";
                            case DEFLATE -> "application/x-compress-deflate";
                        });
    }

    /// By these two bytes the agents of FusionInventory know it.
    @Test
    void aZlibAnswerBeginsAsAgentsExpectIt() throws Exception {
        var call = AgentCall.read(Packing.ZLIB.pack(bytes(PROLOG)), null);
        assertThat(AgentAnswer.taken(call, 24).body()).startsWith(0x78, 0x9c);
    }

    @Test
    void theSamePayloadComesOutOfEveryPacking() throws Exception {
        for (var packing : Packing.values()) {
            assertThat(AgentCall.read(packing.pack(bytes(LAPTOP)), null).payload())
                    .isEqualTo(call(LAPTOP).payload());
        }
    }

    @Test
    void aContactIsAnsweredInJson() throws Exception {
        var call = AgentCall.read(bytes(CONTACT), "5c1e9b7a-1d3a-4e41-8043-b05d95113232");
        assertThat(call.language()).isEqualTo(Language.JSON);
        assertThat(call.purpose()).isEqualTo(Purpose.CONTACT);
        var answer = AgentAnswer.taken(call, 12);
        assertThat(answer.contentType()).isEqualTo("application/json");
        var json = JsonMapper.shared().readTree(answer.body());
        assertThat(json.get("status").asString()).isEqualTo("ok");
        assertThat(json.get("expiration").asInt()).isEqualTo(12);
    }

    @Test
    void aDeliveryIsAcknowledged() throws Exception {
        assertThat(call(LAPTOP).purpose()).isEqualTo(Purpose.DELIVERY);
        assertThat(unpacked(AgentAnswer.taken(call(LAPTOP), 24))).contains("<RESPONSE>NO_ACCOUNT_UPDATE</RESPONSE>");
        assertThat(unpacked(AgentAnswer.taken(call(LAPTOP_JSON), 24))).contains("\"status\":\"ok\"");
    }

    @Test
    void aRefusalIsSaidInTheLanguageOfTheCall() throws Exception {
        var xml = AgentAnswer.refused(Packing.ZLIB.pack(bytes("<REQUEST>")), "a < b & c");
        assertThat(unpacked(xml)).contains("<REPLY><ERROR>a &lt; b &amp; c</ERROR></REPLY>");
        assertThat(xml.contentType()).isEqualTo("application/x-compress-zlib");
        var json = AgentAnswer.refused(bytes("{\"action\":"), "say \"please\"");
        var read = JsonMapper.shared().readTree(json.body());
        assertThat(read.get("status").asString()).isEqualTo("error");
        assertThat(read.get("message").asString()).isEqualTo("say \"please\"");
        assertThat(AgentAnswer.refused(new byte[0], "nothing").body()).isNotEmpty();
    }

    @Test
    void anAgentThatNamesItselfWronglyIsRefused() {
        assertThatThrownBy(() -> AgentCall.read(bytes(CONTACT), "me"))
                .isInstanceOfSatisfying(
                        BadPayload.class, it -> assertThat(it.reason().key()).isEqualTo("discovery.bad_agent_id"));
    }

    @Test
    void whatNobodyHereAnswersIsRefused() {
        assertThatThrownBy(() -> call("{\"action\":\"deploy\",\"deviceid\":\"x\"}"))
                .isInstanceOfSatisfying(
                        BadPayload.class, it -> assertThat(it.reason().key()).isEqualTo("discovery.unknown_request"));
        assertThatThrownBy(() -> call("<REQUEST><DEVICEID>x</DEVICEID></REQUEST>"))
                .isInstanceOfSatisfying(
                        BadPayload.class, it -> assertThat(it.reason().key()).isEqualTo("discovery.no_request"));
    }
}
