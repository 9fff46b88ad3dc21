package org.mainstay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What conditions of flows ask of answers.
class AnsweredTests {

    private static boolean holds(String condition, Map<String, String> answers) {
        return Answered.of(condition).hold(answers);
    }

    @Test
    void anAnswerIsOneOfTheValues() {
        var pro = Map.of("answers.model", "pro", "answers.why", "Two  words");
        assertThat(holds("answers.model:pro", pro)).isTrue();
        assertThat(holds("answers.model:PRO,air", pro)).isTrue();
        assertThat(holds("answers.model:air", pro)).isFalse();
        assertThat(holds("-answers.model:air", pro)).isTrue();
        assertThat(holds("answers.model:pro answers.other:x", pro)).isFalse();
        assertThat(holds("answers.model:pro", Map.of())).isFalse();
    }

    @Test
    void whatIsLeftIsAFilter() {
        var both = Answered.of("quantity>2 answers.why:\"new here\",\"old\" -title:x");
        assertThat(both.filter().split("\\s+")).containsExactly("quantity>2", "-title:x");
        assertThat(both.terms()).hasSize(1);
        assertThat(both.terms().getFirst().values()).containsExactly("new here", "old");
        assertThat(Answered.of("title:\"an answers.model:pro\"").terms()).isEmpty();
        assertThat(Answered.of("answers.model>3").filter()).isEqualTo("answers.model>3");
    }
}
