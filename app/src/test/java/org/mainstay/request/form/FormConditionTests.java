package org.mainstay.request.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.filter.Grammar;
import org.mainstay.testing.Fuzz;

/// The language of conditions: what it means, what it refuses, and that nothing breaks it.
class FormConditionTests {

    private static final List<Option> COLOURS = List.of(
            new Option("red", RandomForms.word("Red"), null, null),
            new Option("green", RandomForms.word("Green"), null, null));

    private static Question question(String code, QuestionKind kind) {
        return new Question(code, kind, RandomForms.word(code), Words.NONE, false, "", "", "", Words.NONE, "");
    }

    private static ConditionReader reader() {
        var names = new ConditionNames(Set.of("later"));
        names.add(question("name", new QuestionKind.Text(100)));
        names.add(question("other", new QuestionKind.Text(100)));
        names.add(question("why", new QuestionKind.Prose(100)));
        names.add(question("size", new QuestionKind.Number("GB", null, null, 2)));
        names.add(question("cost", new QuestionKind.Amount(Currency.getInstance("EUR"), null, null)));
        names.add(question("day", new QuestionKind.Day()));
        names.add(question("trip", new QuestionKind.Period()));
        names.add(question("sure", new QuestionKind.YesNo()));
        names.add(question("colour", new QuestionKind.Choice(COLOURS)));
        names.add(question("site", new QuestionKind.Location()));
        names.add(question("seats", new QuestionKind.Table(List.of(question("a", new QuestionKind.Text(9))), 9)));
        names.add(question("note", new QuestionKind.Information()));
        return new ConditionReader(names);
    }

    private static final Map<String, Answer> ANSWERS = Map.of(
            "name", new Answer.Text("Zoë"),
            "other", new Answer.Text("zoe"),
            "size", new Answer.Number(Decimals.parse("16.50")),
            "day", new Answer.Day(LocalDate.of(2026, 12, 24)),
            "trip", new Answer.Period(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 10)),
            "colour", new Answer.Choice("red"),
            "site", new Answer.Record(new UUID(1, 1), "LOC0000001", "Berlin"));

    private static final Facts FACTS = new Facts(
            RandomForms.TODAY,
            Map.of(
                    "requester.department", new Answer.Text("Finance"),
                    "requester.location", new Answer.Record(new UUID(1, 1), "LOC0000001", "Berlin")));

    private static boolean holds(String text) {
        return switch (reader().read(text)) {
            case Grammar.Read.Good(var condition, var _) -> Evaluation.holds(condition, FACTS, ANSWERS);
            case Grammar.Read.Bad(var error) -> throw new AssertionError(text + ": " + error);
        };
    }

    private static FilterError error(String text) {
        return switch (reader().read(text)) {
            case Grammar.Read.Good(var condition, var _) -> throw new AssertionError(text + " means " + condition);
            case Grammar.Read.Bad(var error) -> error;
        };
    }

    @Test
    void answersAreComparedByTheirKind() {
        assertThat(List.of(
                        "name:ZOE",
                        "name~oe",
                        "name:{other}",
                        "size:16.5",
                        "size>16.4999999999999999999999",
                        "size:10..20",
                        "day>2026-12-23",
                        "day>=today+25d",
                        "day:..2026-12-24",
                        "trip:2026-12-05",
                        "trip>today",
                        "trip<=2026-12-10",
                        "trip:2026-12-01..2026-12-31",
                        "colour:green,red",
                        "colour!=green",
                        "site:berlin",
                        "site:LOC0000001",
                        "site:{requester.location}",
                        "requester.department:finance",
                        "now:2026-11-29",
                        "seats:none",
                        "sure:none -sure:yes -sure:no sure!=yes",
                        "(size<1 or colour:red) not cost:any",
                        ""))
                .allSatisfy(it -> assertThat(holds(it)).as(it).isTrue());
    }

    @Test
    void whatIsMissingIsNeverMoreOrLess() {
        assertThat(List.of("cost>0", "cost<0", "cost>=0", "cost:0", "seats<9", "sure:yes", "why~a", "cost>{size}"))
                .filteredOn(it -> !it.contains("{"))
                .allSatisfy(it -> assertThat(holds(it)).as(it).isFalse());
        assertThat(holds("trip:2026-12-11")).isFalse();
        assertThat(holds("trip>2026-12-01")).isFalse();
    }

    @Test
    void whatDoesNotFitIsRefusedAtItsPlace() {
        assertThat(error("later:x").reason().key()).isEqualTo("form.condition.later");
        assertThat(error("naem:x").suggestions()).contains("name");
        assertThat(error("requester.salary>1").reason().key()).isEqualTo("form.condition.unknown");
        assertThat(error("requester.manager.name:x").reason().key()).isEqualTo("form.condition.unknown");
        assertThat(error("site.city:x").reason().key()).isEqualTo("form.condition.unknown");
        assertThat(error("note:x").reason().key()).isEqualTo("form.condition.no_answer");
        assertThat(error("laptop").reason().key()).isEqualTo("form.condition.no_words");
        assertThat(error("name:x \"a b\"").position()).isEqualTo(8);
        assertThat(error("name>x").reason().key()).isEqualTo("kernel.filter.not_ordered");
        assertThat(error("sure:maybe").suggestions()).containsExactly("yes", "no");
        assertThat(error("colour:gren").suggestions()).startsWith("green");
        assertThat(error("size:many").reason().key()).isEqualTo("kernel.value.not_a_number");
        assertThat(error("size>1e9").reason().key()).isEqualTo("kernel.value.not_a_number");
        assertThat(error("cost>10USD").reason().key()).isEqualTo("kernel.value.not_a_number");
        assertThat(error("day:2026-02-30").position()).isEqualTo(5);
        assertThat(error("day>-3h").reason().key()).isEqualTo("form.condition.no_day");
        assertThat(error("day>{size}").reason().key()).isEqualTo("form.condition.other_type");
        assertThat(error("size~1").reason().key()).isEqualTo("kernel.filter.no_text");
        assertThat(error("size>1,2").reason().key()).isEqualTo("kernel.filter.one_value");
        assertThat(error("(".repeat(100)).reason().key()).isEqualTo("kernel.filter.too_deep");
    }

    @Test
    void noTextBreaksIt() {
        var pieces = List.of(
                "name",
                "size",
                "cost",
                "day",
                "trip",
                "sure",
                "colour",
                "site",
                "seats",
                "requester.vip",
                "now",
                ":",
                "!=",
                "<",
                ">=",
                "~",
                " ",
                " or ",
                "not ",
                "-",
                "(",
                ")",
                ",",
                "..",
                "{size}",
                "{name}",
                "today",
                "-7d",
                "none",
                "any",
                "red",
                "1.5",
                "2026-12-24",
                "\"",
                "10EUR");
        Fuzz.texts("FormConditionTests", 20_000, 12, pieces, text -> {
            if (reader().read(text) instanceof Grammar.Read.Good<Condition>(var condition, var _)) {
                Evaluation.holds(condition, FACTS, ANSWERS);
                Evaluation.holds(condition, new Facts(RandomForms.TODAY, Map.of()), Map.of());
                ConditionJson.of(condition);
            }
        });
    }
}
