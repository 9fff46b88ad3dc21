package org.mainstay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Fuzz;

/// Whatever the name of a file that was sent: one without anything that leads away or hides.
class FileNamesFuzzTests {

    @FuzzTest
    void anyNameIsClean(FuzzedDataProvider data) {
        clean(data.consumeRemainingAsString());
    }

    @Test
    void piecesOfNamesInAnyOrderAreClean() {
        var pieces = List.of("a", ".", "..", "/", "\\", "C:", "CON", ".txt", ".exe", " ", "\r\n", "Ü", "\u200b");
        Fuzz.texts("file names", 20_000, 10, pieces, FileNamesFuzzTests::clean);
    }

    private static void clean(String text) {
        var name = FileNames.clean(text);
        assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(200);
        assertThat(name).doesNotContain("/", "\\", "\r", "\n", "\u0000").doesNotStartWith(".");
        assertThat(FileNames.clean(name)).isEqualTo(name);
    }
}
