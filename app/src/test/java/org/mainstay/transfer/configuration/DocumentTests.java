package org.mainstay.transfer.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.testing.Fuzz;

class DocumentTests {

    private static final List<String> TEXTS = List.of(
            "no",
            "null",
            "~",
            "007",
            "12",
            "-1.5",
            "2026-11-25",
            "2026-11-25T10:00:00Z",
            "true",
            "a: b",
            "# no",
            "- x",
            "{a}",
            "[b]",
            "&a",
            "*a",
            "!t",
            "|",
            ">",
            "%",
            "@",
            "`",
            "\"",
            "'",
            "  spaces",
            "two\nlines",
            "\n\nfirst",
            "end \nspace",
            "tab\tx",
            "ä ö ü ß",
            "日本語",
            "😀",
            "a\u2028b",
            "x".repeat(3_000),
            "a / b",
            "<<",
            "=",
            ": ",
            "?");

    @Test
    void whatIsWrittenIsReadAgain() throws BadText {
        var document = new Document();
        for (int i = 0; i < TEXTS.size(); i++) {
            var values = new TreeMap<String, Value>();
            values.put("one", new Value.One(TEXTS.get(i)));
            values.put("many", new Value.Many(TEXTS.subList(0, i)));
            document.put("type", i + " " + TEXTS.get(i).strip().replaceAll("(?s)^(.{1,400}).*", "$1"), values);
        }
        document.type("nothing");
        var text = DocumentWriter.write(document);
        assertThat(DocumentWriter.write(DocumentReader.read(text))).isEqualTo(text);
        assertThat(DocumentReader.read(text).of("type").values())
                .extracting(it -> it.get("one"))
                .containsExactlyInAnyOrderElementsOf(
                        TEXTS.stream().map(Value.One::new).toList());
    }

    @Test
    void oneChangeIsOneLine() {
        var before = DocumentWriter.write(document("Printer", "10")).lines().toList();
        var after = DocumentWriter.write(document("Printer", "20")).lines().toList();
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(it -> !before.contains(it))).containsExactly("    position: 20");
    }

    private static Document document(String name, String position) {
        var values = new TreeMap<String, Value>();
        values.put("label", new Value.One(name));
        values.put("position", new Value.One(position));
        var document = new Document();
        document.put("pick", "channel:" + name, values);
        return document;
    }

    @Test
    void aNormIsWhatAPersonWouldWrite() throws BadText {
        var read = DocumentReader.read("{\"format\": 1, \"pick\": {\"a:b\": {\"label\": \"A\", \"active\": true}}}");
        assertThat(DocumentWriter.write(read).lines().skip(1))
                .containsExactly("format: 1", "pick:", "  a:b:", "    active: true", "    label: A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "text",
                "- format: 1",
                "pick: {}",
                "format: 2",
                "format: 1\npick: text",
                "format: 1\npick:\n  a: text",
                "format: 1\npick:\n  a:\n    b: {c: d}",
                "format: 1\npick:\n  a:\n    b: [[c]]",
                "format: 1\npick:\n  a: {}\n  a: {}",
                "format: 1\npick: {}\npick: {}",
                "format: 1\npick:\n  a:\n    b: 1\n    b: 2",
                "format: 1\npick: &a {}\nrole: *a",
                "format: 1\npick: !!java.net.URL {}",
                "format: 1\npick:\n  a:\n    b: !!binary xx",
                "format: 1\n---\nformat: 1",
                "format: 1\npick:\n  ? [a]\n  : {}",
                "format: 1\npick:\n  a: {b: \u0000}",
                "format: 1\npick: [",
                "format: 1\n\tpick: {}",
            })
    void anythingElseIsRefusedWithItsPlace(String text) {
        var bad = catchThrowableOfType(BadText.class, () -> DocumentReader.read(text));
        assertThat(bad).as(text).isNotNull();
        assertThat(bad.fault().reason().key()).startsWith("configuration.text.");
    }

    @Test
    void aBombDoesNotGoOff() {
        var bomb = new StringBuilder("format: 1\na: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            var other = (char) (c - 1);
            bomb.append(c + ": &" + c + " [" + ("*" + other + ",").repeat(8) + "*" + other + "]\n");
        }
        assertThat(catchThrowableOfType(BadText.class, () -> DocumentReader.read(bomb.toString())))
                .isNotNull();
        var deep = "format: 1\npick: " + "[".repeat(200_000);
        assertThat(catchThrowableOfType(BadText.class, () -> DocumentReader.read(deep)))
                .isNotNull();
        var many = "format: 1\npick:\n" + "  a: {}\n".repeat(2) + "  b: {}\n".repeat(30_000);
        assertThat(catchThrowableOfType(BadText.class, () -> DocumentReader.read(many)))
                .isNotNull();
    }

    @Test
    void piecesInAnyOrderAreReadOrRefused() {
        Fuzz.texts(
                "configurations",
                3_000,
                14,
                List.of(
                        "format: 1\n",
                        "pick:\n",
                        "  a:\n",
                        "    b: ",
                        "x\n",
                        "- ",
                        "[",
                        "]",
                        "{",
                        "}",
                        "&a ",
                        "*a",
                        "!x ",
                        "---\n",
                        "...\n",
                        "|\n",
                        "\"",
                        "'",
                        "\t",
                        "#",
                        "? ",
                        ": ",
                        "\u0000",
                        "%YAML 1.1\n",
                        "<<: "),
                text -> {
                    try {
                        var document = DocumentReader.read(text);
                        var written = DocumentWriter.write(document);
                        assertThat(DocumentWriter.write(DocumentReader.read(written)))
                                .isEqualTo(written);
                    } catch (BadText e) {
                        assertThat(e.fault().reason().key()).startsWith("configuration.text.");
                    }
                });
    }
}
