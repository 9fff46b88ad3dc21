package org.mainstay.request.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.text.Messages;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Forms as records, and answers to them: what is published stays, what is sent is checked by the server.
@MainstayTest
class FormsTests {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String ASKS = """
            {"sections":[{"code":"all","label":{"en":"All","de":"Alles"},"questions":[
              {"code":"model","kind":"choice","label":"Model","required":true,"options":[
                {"code":"air","label":"Air"},
                {"code":"pro","label":{"en":"Pro","de":"Profi"},"price":{"amount":"450.00","currency":"EUR"}}]},
              {"code":"why","kind":"text","label":"Why","show_when":"model:pro","require_when":"model:pro"},
              {"code":"memory","kind":"number","digits":1,"unit":"GB","label":"Memory","min":"8","max":"64"},
              {"code":"budget","kind":"money","currency":"EUR","label":"Budget"},
              {"code":"when","kind":"date","label":"When","valid_when":"when>=today","message":"Not in the past."},
              {"code":"away","kind":"date_range","label":"Away"},
              {"code":"boss","kind":"person","label":"Boss"},
              {"code":"device","kind":"item","label":"Device"},
              {"code":"team","kind":"group","label":"Team"},
              {"code":"extras","kind":"multi_choice","label":"Extras","options":[
                {"code":"dock","label":"Dock","price":{"amount":"180","currency":"EUR"}},
                {"code":"bag","label":"Bag","price":{"amount":"39.90","currency":"EUR"}}]},
              {"code":"seats","kind":"table","label":"Seats","most":3,"columns":[
                {"code":"name","kind":"text","label":"Name","required":true},
                {"code":"who","kind":"person","label":"Who"}]},
              {"code":"files","kind":"attachment","label":"Files","most":2},
              {"code":"rules","kind":"consent","label":"I agree","required":true}]}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Forms forms;

    @Autowired
    Messages messages;

    private final String code = "form" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
    }

    private static String record(String code, String document) {
        return MAPPER.createObjectNode()
                .put("number", code)
                .put("name", "Laptop")
                .put("document", document)
                .toString();
    }

    private PublishedForm published(String document) {
        ada.post("/forms", record(code, document)).is(201);
        ada.post("/forms/" + code + "/publish", "{\"note\":\"First\"}").is(200);
        return forms.published(cast.max(), code).orElseThrow();
    }

    private Forms.Checked check(PublishedForm form, Actor.Person who, String answers) {
        var facts = forms.facts(who, who.id()).orElseThrow();
        return forms.check(form.of(), facts, who, who.id(), json(answers));
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    private static List<String> pointers(Forms.Checked checked) {
        return checked.faults().stream().map(Fault::pointer).toList();
    }

    @Test
    void whatIsPublishedStaysAsItWas() {
        var first = published(ASKS);
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.number()).isEqualTo(code + ":1");
        ada.post("/forms/" + code + "/publish", "{}").refused(422, "/document");
        var changed = ASKS.replace("\"label\":\"Memory\"", "\"label\":\"Main memory\"");
        ada.patch(
                        "/forms/" + code,
                        MAPPER.createObjectNode().put("document", changed).toString())
                .is(200);
        assertThat(forms.published(cast.max(), code).orElseThrow().version()).isEqualTo(first.version());
        ada.post("/forms/" + code + "/publish", "{}").is(200);
        assertThat(forms.published(cast.max(), code).orElseThrow().revision()).isEqualTo(2);
        var old = forms.version(cast.max(), first.version()).orElseThrow();
        assertThat(old.of().question("memory").orElseThrow().label().en()).isEqualTo("Memory");
        ada.patch("/form-versions/" + code + ":1", "{\"document\":\"{}\"}").is(422);
        ada.patch("/forms/" + code, "{\"revision\":1}").is(422);
        assertThat(ada.delete("/form-versions/" + code + ":2").status()).isEqualTo(403);
    }

    @Test
    void onlyAdministratorsMakeFormsAndEverybodyReadsThem() {
        published(ASKS);
        for (var who : List.of("max", "sam", "tim")) {
            var as = ada.as(who);
            assertThat(as.post("/forms", record(code + "x", ASKS)).status()).isEqualTo(403);
            assertThat(as.post("/forms/" + code + "/publish", "{}").status()).isEqualTo(403);
            var document = as.get("/forms/" + code + "/document").is(200).json();
            assertThat(document.at("/sections/0/questions/1/show_when").toString())
                    .isEqualTo("{\"of\":{\"answer\":\"model\"},\"type\":\"code\",\"is\":[{\"value\":\"pro\"}]}");
            assertThat(document.get("facts").isEmpty()).isTrue();
        }
        assertThat(ada.as("tim").get("/forms/" + code + "/document?for=max").status())
                .as("a person of another organisation")
                .isEqualTo(422);
        assertThat(ada.as("max").get("/forms/" + code + "/document?for=eve").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsWrongIsToldAtItsPlace() {
        ada.post("/forms", record(code, "{\"sections\":1}")).refused(422, "/document");
        var bad = ASKS.replace("model:pro\",\"require_when\"", "modell:pro\",\"require_when\"");
        var detail = ada.post("/forms", record(code, bad))
                .is(422)
                .json()
                .get("detail")
                .stringValue();
        assertThat(detail).contains("/sections/0/questions/1/show_when").contains("model");
        ada.post("/forms", record(code, "{\"sections\":[]}")).is(201);
        ada.post("/forms/" + code + "/publish", "{}").refused(422, "/document");
    }

    @Test
    void aSetIsAskedWhereItIsUsedAndStays() {
        var set = "set" + code;
        var questions = "{\"questions\":[{\"code\":\"city\",\"kind\":\"text\",\"label\":\"City\"}]}";
        ada.post("/question-sets", record(set, questions)).is(201);
        var uses = "{\"sections\":[{\"code\":\"s\",\"label\":\"S\",\"questions\":[{\"set\":\"%s\"}]}]}".formatted(set);
        var form = published(uses);
        assertThat(form.of().question("city")).isPresent();
        assertThat(ada.get("/forms?filter=sets:" + set)
                        .is(200)
                        .json()
                        .at("/items/0/number")
                        .asString())
                .isEqualTo(code);
        assertThat(ada.delete("/question-sets/" + set).status()).isEqualTo(403);
        ada.patch(
                        "/question-sets/" + set,
                        MAPPER.createObjectNode()
                                .put("document", questions.replace("City", "Town"))
                                .toString())
                .is(200);
        assertThat(forms.published(cast.max(), code)
                        .orElseThrow()
                        .of()
                        .question("city")
                        .orElseThrow()
                        .label()
                        .en())
                .as("what was published has its own")
                .isEqualTo("City");
        ada.delete("/forms/" + code);
        ada.delete("/question-sets/" + set).is(204);
    }

    @Test
    void answersAreReadByTheirKinds() {
        var form = published(ASKS);
        var checked = check(form, cast.max(), """
                {"model":"pro","why":" Much to do ","memory":16.50,"budget":{"amount":"100","currency":"EUR"},
                 "when":"2099-01-01","away":{"from":"2099-01-01","to":"2099-01-02"},"boss":"sam",
                 "extras":["bag","dock"],"seats":[{"name":"A","who":"max"},{"name":"B"}],"files":["a.pdf"],"rules":true}
                """);
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.answers().price().orElseThrow()).hasToString("669.90 EUR");
        assertThat(checked.answers().values().get("memory")).isEqualTo(new Answer.Number(Decimals.parse("16.5")));
        var kept = forms.kept(form.of(), json(checked.answers().json().toString()));
        assertThat(kept.values()).isEqualTo(checked.answers().values());
        var lines = kept.lines(messages, Locale.GERMAN);
        assertThat(lines).contains(new Answers.Line("model", "Model", List.of("Profi")));
        assertThat(lines).contains(new Answers.Line("memory", "Memory", List.of("16.5 GB")));
        assertThat(lines).contains(new Answers.Line("rules", "I agree", List.of("Ja")));
        assertThat(lines.stream()
                        .filter(it -> it.code().equals("seats"))
                        .findFirst()
                        .orElseThrow()
                        .values())
                .hasSize(2);
    }

    @Test
    void whatABrowserWouldNotSendIsRefused() {
        var form = published(ASKS);
        assertThat(pointers(check(form, cast.max(), "[]"))).contains("");
        assertThat(pointers(check(form, cast.max(), "{}"))).containsExactly("/model", "/rules");
        assertThat(pointers(check(form, cast.max(), "{\"model\":\"air\",\"why\":\"x\",\"rules\":true}")))
                .as("hidden")
                .containsExactly("/why");
        assertThat(pointers(check(form, cast.max(), "{\"model\":\"pro\",\"rules\":true}")))
                .as("needed because of another answer")
                .containsExactly("/why");
        for (var answer : List.of(
                "\"nope\":1",
                "\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}",
                "\"memory\":\"1e9\"",
                "\"memory\":7",
                "\"memory\":65",
                "\"memory\":16.55",
                "\"memory\":true",
                "\"budget\":\"10 USD\"",
                "\"budget\":{\"amount\":\"10\",\"currency\":\"USD\"}",
                "\"budget\":{\"amount\":\"10\"}",
                "\"when\":\"2026-02-30\"",
                "\"when\":\"2020-01-01\"",
                "\"away\":{\"from\":\"2099-01-02\",\"to\":\"2099-01-01\"}",
                "\"away\":{\"from\":\"2099-01-02\"}",
                "\"away\":\"2099-01-02\"",
                "\"extras\":\"dock\"",
                "\"extras\":[\"hat\"]",
                "\"extras\":[1]",
                "\"boss\":\"nobody\"",
                "\"boss\":[\"sam\"]",
                "\"boss\":{\"name\":\"sam\"}",
                "\"seats\":[{}]",
                "\"seats\":[{\"who\":\"max\"}]",
                "\"seats\":[{\"name\":\"A\",\"x\":1}]",
                "\"seats\":[{\"name\":\"A\"},{\"name\":\"A\"},{\"name\":\"A\"},{\"name\":\"A\"}]",
                "\"seats\":{\"name\":\"A\"}",
                "\"files\":[\"a\",\"b\",\"c\"]",
                "\"team\":{\"id\":\"%s\"}".formatted(UUID.randomUUID()))) {
            var checked = check(form, cast.max(), "{\"model\":\"air\",\"rules\":true," + answer + "}");
            assertThat(pointers(checked))
                    .as(answer)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it).startsWith("/" + answer.substring(1, answer.indexOf('"', 1))));
        }
        assertThat(pointers(check(form, cast.max(), "{\"model\":[\"air\"],\"rules\":\"yes\"}")))
                .containsExactly("/model", "/rules");
    }

    @Test
    void onlyWhatOneSeesAndOwnsCanBeChosen() {
        var form = published(ASKS);
        var values = "{\"name\":\"Notebook %s\",\"class\":\"computer\",\"owner\":\"%s\"}";
        var mine = ada.post("/configuration-items", values.formatted(code, "max"))
                .is(201)
                .json()
                .get("number")
                .asString();
        var eves = ada.post("/configuration-items", values.formatted(code + "b", "eve"))
                .is(201)
                .json()
                .get("number")
                .asString();
        var answers = "{\"model\":\"air\",\"rules\":true,\"%s\":\"%s\"}";
        assertThat(check(form, cast.max(), answers.formatted("device", mine)).faults())
                .isEmpty();
        assertThat(check(form, cast.max(), answers.formatted("device", "Notebook " + code))
                        .faults())
                .isEmpty();
        assertThat(pointers(check(form, cast.max(), answers.formatted("device", eves))))
                .containsExactly("/device");
        assertThat(pointers(check(form, cast.max(), answers.formatted("boss", "tim"))))
                .containsExactly("/boss");
        assertThat(pointers(check(form, cast.tim(), answers.formatted("boss", "max"))))
                .containsExactly("/boss");
        assertThat(pointers(check(
                        form,
                        cast.tim(),
                        answers.formatted("team", cast.network().toString()))))
                .containsExactly("/team");
        assertThat(forms.facts(cast.tim(), cast.max().id())).isEmpty();
    }

    @Test
    void aPageDropsWhatIsHidden() {
        var form = published(ASKS);
        var facts = forms.facts(cast.max(), cast.max().id()).orElseThrow();
        var fields = Map.of(
                "a.model", new String[] {"air"},
                "a.why", new String[] {"Because"},
                "a.rules", new String[] {"true", ""},
                "a.extras", new String[] {"dock", ""},
                "a.away.from", new String[] {""},
                "a.away.to", new String[] {""},
                "a.seats.0.name", new String[] {""},
                "a.seats.2.name", new String[] {"C"},
                "a.boss", new String[] {"Sam [sam]"},
                "_csrf", new String[] {"x"});
        var checked = forms.check(form.of(), facts, cast.max(), cast.max().id(), fields);
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.answers().values()).containsOnlyKeys("model", "boss", "extras", "seats", "rules");
        assertThat(checked.verdicts().get("why")).isEqualTo(new Evaluation.Verdict(false, false, true));
    }
}
