package org.mainstay.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Fuzz;

/// A cursor that was not given out is refused as one, whatever it is made of.
class CursorsFuzzTests {

    private final Cursors cursors = new Cursors(() -> "a secret of the tests".getBytes(StandardCharsets.UTF_8));

    @FuzzTest
    void anyTextIsRefused(FuzzedDataProvider data) {
        refused(data.consumeRemainingAsString());
    }

    @Test
    void piecesOfCursorsInAnyOrderAreRefused() {
        var given = cursors.seal("scope", List.of("1", "2"));
        var pieces = new ArrayList<>(List.of("A", "_", "-", "=", "==", "W10", "WyIxIl0"));
        for (int i = 0; i + 5 <= given.length(); i += 5) {
            pieces.add(given.substring(i, i + 5));
        }
        Fuzz.texts("cursors", 20_000, 12, pieces, this::refused);
    }

    @Test
    void everyChangedCharacterOrScopeIsRefused() {
        var given = cursors.seal("scope", List.of("1", "2"));
        assertThat(cursors.open("scope", given, 2)).containsExactly("1", "2");
        assertThatThrownBy(() -> cursors.open("other", given, 2)).isInstanceOf(BadQuery.class);
        assertThatThrownBy(() -> cursors.open("scope", given, 3)).isInstanceOf(BadQuery.class);
        for (int i = 0; i < given.length() - 1; i++) {
            refused(given.substring(0, i) + (given.charAt(i) == 'A' ? 'B' : 'A') + given.substring(i + 1));
        }
    }

    private void refused(String text) {
        if (!text.equals(cursors.seal("scope", List.of("1", "2")))) {
            assertThatThrownBy(() -> cursors.open("scope", text, 2)).as(text).isInstanceOf(BadQuery.class);
        }
    }
}
