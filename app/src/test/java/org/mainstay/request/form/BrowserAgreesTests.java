package org.mainstay.request.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Texts;
import org.mainstay.testing.Chromium;
import org.mainstay.testing.Fuzz;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The browser's own module, in a real browser, comes to the same verdicts as the server.
class BrowserAgreesTests {

    private static final Path MODULE = Path.of("src/main/web/src/form-conditions.js");
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int FORMS = 1_500;

    private static Object inBrowser(String work, Object argument) throws IOException {
        var source = Base64.getEncoder().encodeToString(Files.readString(MODULE).getBytes(StandardCharsets.UTF_8));
        try (var context = Chromium.browser().newContext()) {
            var page = context.newPage();
            return page.evaluate(
                    "async ([source, it]) => { const module = await import(`data:text/javascript;base64,${source}`); "
                            + work + " }",
                    List.of(source, argument));
        }
    }

    @Test
    void randomFormsAndAnswersGiveTheSameVerdict() throws IOException {
        var random = Fuzz.random("BrowserAgreesTests");
        var forms = new RandomForms(random);
        var cases = JsonNodeFactory.instance.arrayNode();
        var expected = new ArrayList<Map<String, Evaluation.Verdict>>();
        var texts = new ArrayList<String>();
        while (expected.size() < FORMS) {
            var document = forms.document();
            var checked = FormCheck.of(document, Map.of());
            assertThat(checked).as(() -> DocumentWriter.form(document)).isInstanceOf(FormCheck.Checked.Good.class);
            var form = ((FormCheck.Checked.Good) checked).form();
            for (int i = 0; i < 3; i++) {
                var facts = forms.facts();
                var answers = forms.answers(form);
                expected.add(Evaluation.of(form, facts, answers));
                var one = cases.addObject();
                one.set("form", FormJson.rules(form, facts));
                one.set("answers", AnswerJson.of(answers));
                texts.add(DocumentWriter.form(document) + "\n" + answers + "\n" + facts);
            }
        }
        var said = MAPPER.readTree((String) inBrowser(
                "return JSON.stringify(JSON.parse(it).map((one) => module.evaluate(one.form, one.answers)));",
                cases.toString()));
        assertThat(said.size()).isEqualTo(expected.size());
        int verdicts = 0;
        int hidden = 0;
        int invalid = 0;
        for (int i = 0; i < expected.size(); i++) {
            var text = texts.get(i);
            assertThat(read(said.get(i))).as(text).isEqualTo(expected.get(i));
            verdicts += expected.get(i).size();
            hidden += (int)
                    expected.get(i).values().stream().filter(it -> !it.shown()).count();
            invalid += (int)
                    expected.get(i).values().stream().filter(it -> !it.valid()).count();
        }
        System.out.printf("%d verdicts, %d hidden, %d not valid%n", verdicts, hidden, invalid);
        assertThat(hidden).as("conditions hide something").isGreaterThan(verdicts / 20);
        assertThat(invalid).as("conditions refuse something").isGreaterThan(verdicts / 50);
    }

    private static Map<String, Evaluation.Verdict> read(JsonNode node) {
        var verdicts = new java.util.LinkedHashMap<String, Evaluation.Verdict>();
        node.forEachEntry((code, it) -> verdicts.put(
                code,
                new Evaluation.Verdict(
                        it.get("shown").booleanValue(),
                        it.get("needed").booleanValue(),
                        it.get("valid").booleanValue())));
        return verdicts;
    }

    /// Every sign that both know.
    @Test
    void textsAreFoldedAlike() throws IOException {
        var said = (String) inBrowser(
                "const known = /^\\P{Cn}$/u; return JSON.stringify(Array.from({ length: 0x30000 }, (_, at) => "
                        + "at >= 0xd800 && at <= 0xdfff || !known.test(String.fromCodePoint(at)) ? null "
                        + ": module.fold(String.fromCodePoint(at))));",
                "");
        var folded = MAPPER.readTree(said);
        var different = new ArrayList<String>();
        for (int at = 0; at < folded.size(); at++) {
            if (folded.get(at).isString()
                    && Character.isDefined(at)
                    && !Texts.fold(Character.toString(at)).equals(folded.get(at).stringValue())) {
                different.add("U+%04X".formatted(at));
            }
        }
        assertThat(different).isEmpty();
    }

    /// What nobody read yet: as it stands in a field.
    @Test
    void numbersAndDaysAreReadAlike() throws IOException {
        var texts = List.of(
                "1",
                "01",
                "1.50",
                "-0",
                "+3",
                "-0.0",
                ".5",
                "5.",
                "1e5",
                "1,5",
                "",
                "abc",
                "0x10",
                "Infinity",
                "NaN",
                "1234567890123456789012345678901",
                "000000000000000000000000000001",
                "0.000000000000000000000000000001");
        var said = MAPPER.readTree(
                (String) inBrowser("return JSON.stringify(it.map((text) => module.decimal(text)));", texts));
        for (int i = 0; i < texts.size(); i++) {
            assertThat(said.get(i).isNull() ? "none" : said.get(i).stringValue())
                    .as(texts.get(i))
                    .isEqualTo(decimal(texts.get(i)));
        }
    }

    private static String decimal(String text) {
        try {
            return Decimals.parse(text).toPlainString();
        } catch (org.mainstay.kernel.record.BadValue e) {
            return "none";
        }
    }
}
