package org.mainstay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            plan.pdf, plan.pdf
            ../../etc/passwd, passwd
            C:\\Users\\sam\\plan.pdf, plan.pdf
            '  plan .pdf  ', plan .pdf
            .htaccess, htaccess
            ...., file
            '', file
            a/, file
            Übersicht Büro.xlsx, Übersicht Büro.xlsx
            a<b>:c.txt, a_b__c.txt
            plan.pdf..., plan.pdf
            """)
    void areCleaned(String sent, String clean) {
        assertThat(FileNames.clean(sent)).isEqualTo(clean);
    }

    @Test
    void holdNothingInvisible() {
        assertThat(FileNames.clean("a\r\nSet-Cookie: x.txt")).isEqualTo("aSet-Cookie_ x.txt");
        assertThat(FileNames.clean("gpj\u202Eexe.a\u200B.txt")).isEqualTo("gpjexe.a.txt");
        assertThat(FileNames.clean("a\u0000.png")).isEqualTo("a.png");
        assertThat(FileNames.clean("a\uD83D.png")).isEqualTo("a.png");
    }

    @Test
    void longOnesKeepTheirExtension() {
        assertThat(FileNames.clean("x".repeat(500) + ".pdf")).hasSize(200).endsWith("x.pdf");
        assertThat(FileNames.clean("\uD83D\uDE00".repeat(300)))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("\uD83D\uDE00");
    }

    @Test
    void imagesAreKnownByTheirBytesOnly() {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 0};
        assertThat(MediaTypes.of(png, "x.html")).isEqualTo("image/png");
        assertThat(MediaTypes.of(bytes("GIF89a......"), "x")).isEqualTo("image/gif");
        assertThat(MediaTypes.of(bytes("RIFF....WEBP"), "x")).isEqualTo("image/webp");
        assertThat(MediaTypes.of(bytes("<script>aler"), "x.png")).isEqualTo("application/octet-stream");
        assertThat(MediaTypes.of(bytes("%PDF-1.7"), "x.pdf")).isEqualTo("application/pdf");
        assertThat(MediaTypes.of(bytes("<svg"), "x.svg"))
                .isEqualTo("image/svg+xml")
                .isNotIn(MediaTypes.INLINE);
        assertThat(MediaTypes.of(new byte[0], "x")).isEqualTo("application/octet-stream");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
