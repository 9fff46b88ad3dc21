package org.mainstay.request.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Fuzz;

/// What documents of forms may say, and where they are told what is wrong.
class FormDocumentTests {

    private static final String LAPTOP = """
            {"sections":[{"code":"device","label":{"en":"Device","de":"Gerät"},"questions":[
              {"code":"model","kind":"choice","label":"Model","required":true,"options":[
                {"code":"air","label":"Air","price":{"amount":"100","currency":"EUR"}},{"code":"pro","label":"Pro"}]},
              {"code":"why","kind":"prose","label":"Why","show_when":"model:pro","require_when":"requester.vip:no"},
              {"code":"memory","kind":"number","unit":"GB","label":"Memory","min":"8","max":"64","digits":0,
               "valid_when":"memory:8,16,32,64","message":{"en":"8, 16, 32 or 64","de":"8, 16, 32 oder 64"}},
              {"code":"seats","kind":"table","label":"Seats","columns":[
                {"code":"name","kind":"text","label":"Name"},{"code":"from","kind":"date","label":"From"}]}]}]}
            """;

    private static List<String> faults(DocumentRead<?> read) {
        return read instanceof DocumentRead.Bad<?>(var faults)
                ? faults.stream().map(Fault::pointer).toList()
                : List.of();
    }

    private static FormDocument good(String text) {
        assertThat(faults(DocumentReader.form(text))).isEmpty();
        return ((DocumentRead.Good<FormDocument>) DocumentReader.form(text)).document();
    }

    private static List<Fault> checked(String text, Map<String, List<Question>> sets) {
        return FormCheck.of(good(text), sets) instanceof FormCheck.Checked.Bad(var faults) ? faults : List.of();
    }

    private static String asking(String... questions) {
        return "{\"sections\":[{\"code\":\"s\",\"label\":\"S\",\"questions\":[" + String.join(",", questions) + "]}]}";
    }

    private static String text(String code, String more) {
        return "{\"code\":\"" + code + "\",\"kind\":\"text\",\"label\":\"" + code + "\"" + more + "}";
    }

    @Test
    void aDocumentIsWrittenAsItIsRead() {
        var document = good(LAPTOP);
        var written = DocumentWriter.form(document);
        assertThat(good(written)).isEqualTo(document);
        assertThat(DocumentWriter.form(good(written))).isEqualTo(written);
        assertThat(FormCheck.of(document, Map.of())).isInstanceOf(FormCheck.Checked.Good.class);
    }

    @Test
    void everyFaultIsToldAtItsPlace() {
        assertThat(faults(DocumentReader.form("{"))).containsExactly("");
        assertThat(faults(DocumentReader.form("[]"))).contains("");
        assertThat(faults(DocumentReader.form("null"))).contains("");
        assertThat(faults(DocumentReader.form("{\"sections\":[],\"x\":1}"))).containsExactly("/x");
        assertThat(faults(DocumentReader.form("{\"sections\":[],\"sections\":[]}")))
                .containsExactly("");
        assertThat(faults(DocumentReader.form("{\"sections\":[]} {}"))).containsExactly("");
        assertThat(faults(DocumentReader.form(asking("{\"code\":\"A b\",\"kind\":\"text\",\"label\":\"x\"}"))))
                .containsExactly("/sections/0/questions/0/code");
        assertThat(faults(DocumentReader.form(asking("{\"code\":\"a\",\"kind\":\"script\",\"label\":\"x\"}"))))
                .containsExactly("/sections/0/questions/0/kind");
        assertThat(faults(DocumentReader.form(asking("{\"code\":\"a\",\"kind\":\"choice\",\"label\":\"x\"}"))))
                .containsExactly("/sections/0/questions/0/options");
        assertThat(faults(DocumentReader.form(asking(text("a", ",\"options\":[]")))))
                .containsExactly("/sections/0/questions/0/options");
        assertThat(faults(DocumentReader.form(asking(text("a", ",\"label\":{\"fr\":\"x\"}")))))
                .containsExactly("");
        assertThat(faults(DocumentReader.form(asking(text("a", ",\"hint\":{\"fr\":\"x\"}")))))
                .containsExactly("/sections/0/questions/0/hint/fr", "/sections/0/questions/0/hint/en");
        assertThat(faults(DocumentReader.form(asking(text("a", ",\"required\":\"yes\"")))))
                .containsExactly("/sections/0/questions/0/required");
        assertThat(faults(DocumentReader.form(asking(text("a", ",\"valid_when\":\"a:b\"")))))
                .containsExactly("/sections/0/questions/0/message");
        assertThat(
                        faults(
                                DocumentReader.form(
                                        asking(
                                                "{\"code\":\"a\",\"kind\":\"table\",\"label\":\"x\",\"columns\":[{\"code\":\"b\",\"kind\":\"prose\",\"label\":\"x\",\"show_when\":\"a:any\"}]}"))))
                .containsExactlyInAnyOrder(
                        "/sections/0/questions/0/columns/0/kind", "/sections/0/questions/0/columns/0/show_when");
        assertThat(faults(DocumentReader.form(asking("{\"set\":\"x\",\"code\":\"a\"}"))))
                .containsExactly("/sections/0/questions/0/code");
        assertThat(faults(DocumentReader.form("[".repeat(10_000)))).containsExactly("");
    }

    @Test
    void thereAreLimits() {
        var many = IntStream.range(0, 201).mapToObj(it -> text("q" + it, "")).toArray(String[]::new);
        assertThat(faults(DocumentReader.form(asking(many)))).containsExactly("/sections/0/questions");
        var sections = IntStream.range(0, 21)
                .mapToObj(it -> "{\"code\":\"s%d\",\"label\":\"S\",\"questions\":[]}".formatted(it))
                .collect(Collectors.joining(",", "{\"sections\":[", "]}"));
        assertThat(faults(DocumentReader.form(sections))).containsExactly("/sections");
        assertThat(faults(DocumentReader.form(" ".repeat(DocumentReader.LONGEST + 1))))
                .containsExactly("");
    }

    @Test
    void conditionsNameWhatStandsBeforeThem() {
        assertThat(checked(asking(text("a", ",\"show_when\":\"b:x\""), text("b", "")), Map.of()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.pointer()).isEqualTo("/sections/0/questions/0/show_when");
                    assertThat(it.reason().arguments().toString()).contains("form.condition.later");
                });
        assertThat(checked(asking(text("a", ",\"show_when\":\"a:x\"")), Map.of()))
                .hasSize(1);
        assertThat(checked(asking(text("a", ",\"valid_when\":\"a:x\",\"message\":\"m\"")), Map.of()))
                .isEmpty();
        assertThat(checked(asking(text("a", ""), text("a", "")), Map.of()))
                .extracting(Fault::pointer)
                .containsExactly("/sections/0/questions/1/code");
        assertThat(checked(asking(text("size", ""), text("b", ",\"show_when\":\"siez:x\"")), Map.of()))
                .singleElement()
                .satisfies(it -> assertThat(it.reason().arguments()).contains("size"));
    }

    @Test
    void setsStandInPlaceOfTheirQuestions() {
        var set = ((DocumentRead.Good<List<Question>>)
                        DocumentReader.set("{\"questions\":[" + text("street", "") + "," + text("city", "") + "]}"))
                .document();
        var sets = Map.of("address", set);
        assertThat(checked(asking("{\"set\":\"address\"}", text("b", ",\"show_when\":\"city:Bonn\"")), sets))
                .isEmpty();
        assertThat(checked(asking("{\"set\":\"adress\"}"), sets))
                .extracting(Fault::pointer)
                .containsExactly("/sections/0/questions/0/set");
        assertThat(checked(asking(text("city", ""), "{\"set\":\"address\"}"), sets))
                .extracting(Fault::pointer)
                .containsExactly("/sections/0/questions/1/set");
        assertThat(FormCheck.set(((DocumentRead.Good<List<Question>>)
                                DocumentReader.set("{\"questions\":[" + text("a", ",\"show_when\":\"else:x\"") + "]}"))
                        .document()))
                .extracting(Fault::pointer)
                .containsExactly("/questions/0/show_when");
    }

    @Test
    void aPrefillFitsItsQuestion() {
        assertThat(checked(asking(text("a", ",\"prefill\":\"{requester.department}\"")), Map.of()))
                .isEmpty();
        assertThat(checked(asking(text("a", ",\"prefill\":\"{requester.location}\"")), Map.of()))
                .hasSize(1);
        assertThat(checked(asking(text("a", ",\"prefill\":\"{b}\""), text("b", "")), Map.of()))
                .hasSize(1);
        assertThat(checked(
                        asking("{\"code\":\"a\",\"kind\":\"number\",\"label\":\"x\",\"prefill\":\"many\"}"), Map.of()))
                .extracting(Fault::pointer)
                .containsExactly("/sections/0/questions/0/prefill");
    }

    @Test
    void pricesAreInOneCurrency() {
        var dollars = LAPTOP.replace(
                "\"label\":\"Pro\"", "\"label\":\"Pro\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\"}");
        assertThat(checked(dollars, Map.of()))
                .extracting(Fault::pointer)
                .containsExactly("/sections/0/questions/0/options/1/price");
    }

    @Test
    void noDocumentBreaksTheReader() {
        Fuzz.mutants("FormDocumentTests", 4_000, List.of(LAPTOP.getBytes(StandardCharsets.UTF_8)), bytes -> {
            var text = new String(bytes, StandardCharsets.UTF_8);
            if (DocumentReader.form(text) instanceof DocumentRead.Good<FormDocument>(var document)) {
                FormCheck.of(document, Map.of());
                assertThat(good(DocumentWriter.form(document))).isEqualTo(document);
            }
        });
    }
}
