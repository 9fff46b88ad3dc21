package org.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainstay.web.Condition.Operator;

/// A term of a filter and the condition that a person edits say the same.
class ConditionTests {

    @Test
    void aTermIsReadAsItsCondition() {
        reads("state:new,in_progress", "state", Operator.IS, "new", "in_progress");
        reads("-state:new", "state", Operator.IS_NOT, "new");
        reads("state!=new", "state", Operator.IS_NOT, "new");
        reads("title~\"printer, \\\"jam\\\"\"", "title", Operator.CONTAINS, "printer, \"jam\"");
        reads("priority<=2", "priority", Operator.AT_MOST, "2");
        reads("opened_at>=-7d", "opened_at", Operator.AT_LEAST, "-7d");
        reads("assignee:empty", "assignee", Operator.EMPTY);
        reads("-assignee:empty", "assignee", Operator.ANY);
        reads("caller.department:Sales", "caller.department", Operator.IS, "Sales");
    }

    @Test
    void whatIsMoreThanOneConditionStaysText() {
        for (var term :
                List.of("printer", "\"printer jam\"", "(state:new or state:closed)", "-title~x", "-(a b)", "")) {
            assertThat(Condition.of(term)).as(term).isEmpty();
        }
    }

    @Test
    void aConditionIsWrittenAsItIsRead() {
        for (var term : List.of(
                "state:new,in_progress",
                "-state:new",
                "title~\"printer, \\\"jam\\\"\"",
                "title:\"two words\"",
                "title:\"back\\\\slash\"",
                "title:\"empty\"",
                "opened_at<today",
                "assignee:any")) {
            assertThat(Condition.of(term).orElseThrow().text()).isEqualTo(term);
        }
    }

    @Test
    void whereNothingIsComparedThereIsNoTerm() {
        assertThat(new Condition("state", Operator.IS, List.of()).text()).isEmpty();
        assertThat(new Condition("state", Operator.IS, List.of(" ", "")).text()).isEmpty();
        assertThat(new Condition("state", Operator.EMPTY, List.of("ignored")).text())
                .isEqualTo("state:empty");
    }

    private static void reads(String term, String attribute, Operator operator, String... values) {
        assertThat(Condition.of(term)).as(term).contains(new Condition(attribute, operator, List.of(values)));
    }
}
