package org.mainstay.kernel.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.kernel.filter.Tickets.bad;
import static org.mainstay.kernel.filter.Tickets.good;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.kernel.filter.Filter.Comparison;
import org.mainstay.kernel.filter.Filter.Operand;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.filter.Tickets.Major;
import org.mainstay.kernel.filter.Tickets.State;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Money;

class FilterParserTests {

    private static final Filter NEW = Filter.is(Tickets.STATE, State.NEW);
    private static final Filter CLOSED = Filter.is(Tickets.STATE, State.CLOSED);
    private static final Filter URGENT = Filter.is(Tickets.PRIORITY, 1L);

    private static Filter compare(Attribute<?> attribute, Comparison comparison, Object value) {
        return new Filter.Compare(Path.of(attribute), comparison, value);
    }

    private static Filter words(String... words) {
        return new Filter.Words(List.of(words));
    }

    private static Filter not(Filter filter) {
        return new Filter.Not(filter);
    }

    @Test
    void nothingAskedIsEverything() {
        assertThat(good("")).isEqualTo(Filter.EVERYTHING);
        assertThat(good(" \t\n\u00a0")).isEqualTo(Filter.EVERYTHING);
    }

    @Test
    void termsBesideEachOtherAreJoinedByAnd() {
        assertThat(good("state:new priority:1")).isEqualTo(Filter.all(NEW, URGENT));
        assertThat(good("state:new AND priority:1")).isEqualTo(Filter.all(NEW, URGENT));
        assertThat(good("state:new,closed")).isEqualTo(Filter.is(Tickets.STATE, State.NEW, State.CLOSED));
    }

    @Test
    void aFilterIsTheSumOfItsTerms() {
        assertThat(terms("state:new (priority:1 or state:closed) AND -\"printer jam\""))
                .containsExactly("state:new", "(priority:1 or state:closed)", "-\"printer jam\"");
        assertThat(terms("  printer  jam ")).containsExactly("printer", "jam");
        assertThat(terms("state:new or state:closed")).isEmpty();
        assertThat(terms("state:new (")).isEmpty();
        assertThat(terms("")).isEmpty();
        for (Split.Term term : Tickets.split("state:new -(priority:1 printer)").terms()) {
            assertThat(term.filter()).isEqualTo(good(term.text()));
        }
    }

    private static List<String> terms(String text) {
        return Tickets.split(text).terms().stream().map(Split.Term::text).toList();
    }

    @Test
    void orBindsWeakerThanAndAndNotStronger() {
        assertThat(good("state:new priority:1 or state:closed")).isEqualTo(Filter.any(Filter.all(NEW, URGENT), CLOSED));
        assertThat(good("state:new (priority:1 OR state:closed)"))
                .isEqualTo(Filter.all(NEW, Filter.any(URGENT, CLOSED)));
        assertThat(good("not state:new priority:1")).isEqualTo(Filter.all(not(NEW), URGENT));
        assertThat(good("not(state:new priority:1)")).isEqualTo(not(Filter.all(NEW, URGENT)));
        assertThat(good("-state:new -(priority:1 or state:closed)"))
                .isEqualTo(Filter.all(not(NEW), not(Filter.any(URGENT, CLOSED))));
        assertThat(good("(-state:new)")).isEqualTo(not(NEW));
        assertThat(good("-not -state:new")).isEqualTo(not(not(not(NEW))));
        assertThat(good("state!=new")).isEqualTo(not(NEW));
        assertThat(good("state=NEW")).isEqualTo(NEW);
    }

    @Test
    void freeWordsAreFoldedAndKeptInOnePlace() {
        assertThat(good("Drucker \"Papier STAU\" state:new kaputt"))
                .isEqualTo(Filter.all(words("drucker", "papier stau", "kaputt"), NEW));
        assertThat(good("Ärger Straße")).isEqualTo(words("arger", "strasse"));
        assertThat(good("-drucker -laut")).isEqualTo(Filter.all(not(words("drucker")), not(words("laut"))));
        assertThat(good("e-mail 10:30 a,b - foo!")).isEqualTo(words("e-mail", "10:30", "a,b", "-", "foo!"));
        assertThat(good("\"or\" order android \"say \\\"hi\\\" \\\\\""))
                .isEqualTo(words("or", "order", "android", "say \"hi\" \\"));
    }

    @Test
    void numbersOrderAndRangesAreRead() {
        assertThat(good("priority<=2")).isEqualTo(compare(Tickets.PRIORITY, Comparison.AT_MOST, 2L));
        assertThat(good("priority>=2 priority<4 priority>1"))
                .isEqualTo(Filter.all(
                        compare(Tickets.PRIORITY, Comparison.AT_LEAST, 2L),
                        compare(Tickets.PRIORITY, Comparison.LESS, 4L),
                        compare(Tickets.PRIORITY, Comparison.MORE, 1L)));
        assertThat(good("priority:1..3"))
                .isEqualTo(Filter.all(
                        compare(Tickets.PRIORITY, Comparison.AT_LEAST, 1L),
                        compare(Tickets.PRIORITY, Comparison.AT_MOST, 3L)));
        assertThat(good("priority:4..")).isEqualTo(compare(Tickets.PRIORITY, Comparison.AT_LEAST, 4L));
        assertThat(good("custom.floor2:-3")).isEqualTo(Filter.is(Tickets.FLOOR, -3L));
        assertThat(good("takes>90min")).isEqualTo(compare(Tickets.TAKES, Comparison.MORE, Duration.ofMinutes(90)));
        assertThat(good("takes:1h30min,PT2H"))
                .isEqualTo(Filter.is(Tickets.TAKES, Duration.ofMinutes(90), Duration.ofHours(2)));
        assertThat(good("cost>100EUR")).isEqualTo(compare(Tickets.COST, Comparison.MORE, Money.of("100", "EUR")));
        assertThat(good("cost:\"12.50 eur\"")).isEqualTo(Filter.is(Tickets.COST, Money.of("12.5", "EUR")));
        assertThat(good("confidential:yes")).isEqualTo(Filter.is(Tickets.CONFIDENTIAL, true));
        assertThat(good("number:tic0000042")).isEqualTo(Filter.is(Header.NUMBER, "TIC0000042"));
    }

    @Test
    void daysAreTheAskersDays() {
        var start = Instant.parse("2026-10-31T23:00:00Z");
        assertThat(good("opened:2026-11-01"))
                .isEqualTo(Filter.all(
                        compare(Tickets.OPENED_AT, Comparison.AT_LEAST, start),
                        compare(Tickets.OPENED_AT, Comparison.LESS, start.plus(Duration.ofDays(1)))));
        assertThat(good("opened_at>=2026-11-01")).isEqualTo(compare(Tickets.OPENED_AT, Comparison.AT_LEAST, start));
        assertThat(good("opened:2026-11-01T10:00:00+01:00"))
                .isEqualTo(Filter.is(Tickets.OPENED_AT, Instant.parse("2026-11-01T09:00:00Z")));
        assertThat(good("opened:yesterday..today"))
                .isEqualTo(Filter.all(
                        compare(Tickets.OPENED_AT, Comparison.AT_LEAST, new Operand.StartOfDay(-1)),
                        compare(Tickets.OPENED_AT, Comparison.LESS, new Operand.StartOfDay(1))));
        assertThat(good("opened>-7d")).isEqualTo(compare(Tickets.OPENED_AT, Comparison.MORE, from(-7 * 86_400)));
        assertThat(good("opened<+3h opened>-30min opened>-2w opened>-3mo opened<now"))
                .isEqualTo(Filter.all(
                        compare(Tickets.OPENED_AT, Comparison.LESS, from(3 * 3_600)),
                        compare(Tickets.OPENED_AT, Comparison.MORE, from(-1_800)),
                        compare(Tickets.OPENED_AT, Comparison.MORE, from(-14 * 86_400)),
                        compare(Tickets.OPENED_AT, Comparison.MORE, from(-90 * 86_400)),
                        compare(Tickets.OPENED_AT, Comparison.LESS, from(0))));
        assertThat(good("needed_on:tomorrow,2026-12-24"))
                .isEqualTo(Filter.is(Tickets.NEEDED_ON, new Operand.StartOfDay(1), LocalDate.of(2026, 12, 24)));
    }

    private static Operand from(long seconds) {
        return new Operand.FromNow(seconds);
    }

    @Test
    void referencesAreNamedByWhatPeopleWrite() {
        assertThat(good("caller:Sally")).isEqualTo(Filter.is(Tickets.CALLER, Tickets.SALLY, Tickets.SALLY_TOO));
        assertThat(good("caller:me")).isEqualTo(Filter.is(Tickets.CALLER, new Operand.Me()));
        assertThat(good("caller:\"me\"")).isEqualTo(Filter.is(Tickets.CALLER, Tickets.SALLY_TOO));
        assertThat(good("watchers:me")).isEqualTo(Filter.is(Tickets.WATCHERS, new Operand.Me()));
        assertThat(good("group:mygroups,Network"))
                .isEqualTo(Filter.is(Tickets.GROUP, new Operand.MyGroups(), Tickets.NETWORK));
        assertThat(good("id:" + Tickets.SALLY)).isEqualTo(new Filter.Identity(List.of(Tickets.SALLY)));
        assertThat(good("id:none")).isEqualTo(Filter.NOTHING);
    }

    @Test
    void pathsLeadThroughReferences() {
        assertThat(good("caller.department:Sales"))
                .isEqualTo(new Filter.OneOf(new Path(List.of(Tickets.CALLER, Tickets.DEPARTMENT)), List.of("Sales")));
        assertThat(good("custom.deputy.boss.name~an"))
                .isEqualTo(new Filter.Contains(new Path(List.of(Tickets.DEPUTY, Tickets.BOSS, Tickets.NAME)), "an"));
        assertThat(good("caller~Sal"))
                .isEqualTo(new Filter.Contains(new Path(List.of(Tickets.CALLER, Tickets.NAME)), "sal"));
        assertThat(bad("parent.parent.parent.parent.title:x").reason().key()).isEqualTo("kernel.filter.too_many_steps");
    }

    @Test
    void emptinessIsAskedForByName() {
        var empty = new Filter.Empty(Path.of(Tickets.GROUP));
        assertThat(good("group:empty")).isEqualTo(empty);
        assertThat(good("group:NONE")).isEqualTo(empty);
        assertThat(good("group:any")).isEqualTo(not(empty));
        assertThat(good("group:empty,Network")).isEqualTo(Filter.any(empty, Filter.is(Tickets.GROUP, Tickets.NETWORK)));
        assertThat(good("major:none")).isEqualTo(Filter.is(Tickets.MAJOR, Major.NONE));
        assertThat(good("major:empty")).isEqualTo(new Filter.Empty(Path.of(Tickets.MAJOR)));
        assertThat(good("title:\"none\"")).isEqualTo(Filter.is(Tickets.TITLE, "none"));
    }

    @Test
    void textsAreEqualAndProseContains() {
        assertThat(good("title:\"Printer jam\"")).isEqualTo(Filter.is(Tickets.TITLE, "Printer jam"));
        assertThat(good("title~JAM")).isEqualTo(new Filter.Contains(Path.of(Tickets.TITLE), "jam"));
        assertThat(good("description:Jam")).isEqualTo(new Filter.Contains(Path.of(Tickets.DESCRIPTION), "jam"));
        assertThat(good("title:http://x?a=b")).isEqualTo(Filter.is(Tickets.TITLE, "http://x?a=b"));
    }

    @Test
    void anErrorSaysWhereAndWhatMayHaveBeenMeant() {
        assertThat(bad("state:new prioritty:1"))
                .extracting(FilterError::position, FilterError::length, FilterError::suggestions)
                .containsExactly(11, 9, List.of("priority"));
        assertThat(bad("state:new,in_progres"))
                .extracting(FilterError::position, FilterError::length, FilterError::suggestions)
                .containsExactly(11, 10, List.of("in_progress"));
        assertThat(bad("caller.departmnt:x"))
                .extracting(FilterError::position, FilterError::suggestions)
                .containsExactly(8, List.of("caller.department"));
        assertThat(bad("caller:Saly"))
                .extracting(FilterError::position, it -> it.reason().key(), FilterError::suggestions)
                .containsExactly(8, "kernel.filter.no_such_record", List.of("Sally"));
        assertThat(bad("opened:-7d").suggestions()).containsExactly("opened_at>-7d");
    }

    @Test
    void whatOneMayNotReadIsUnknown() {
        var hidden = bad("caller.salary:x");
        var unknown = bad("caller.xalary:x");
        assertThat(hidden.reason().key())
                .isEqualTo(unknown.reason().key())
                .isEqualTo("kernel.filter.unknown_attribute");
        assertThat(hidden.suggestions()).isEqualTo(unknown.suggestions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "()",
                "a)",
                "(a",
                "or",
                "a or",
                "or a",
                "and",
                "a and",
                "not",
                "a or or b",
                "\"a",
                "title:",
                "title:\"a",
                "title:\"a\"b",
                "title: x",
                "state:",
                "state:new,",
                "state:,new",
                "state:bad",
                "state<new",
                "priority:9",
                "priority<1,2",
                "priority:one",
                "priority:..",
                "priority:1..x",
                "priority <= 2",
                "=x",
                "<5",
                "group~",
                "state~new",
                "priority~1",
                "opened:someday",
                "opened:2026-02-30",
                "opened>-999999999mo",
                "opened:today+99999d",
                "takes:5",
                "cost:100",
                "cost:100XYZ",
                "confidential:maybe",
                "caller:Nobody",
                "caller.name.x:1",
                "title.x:1",
                "http://x",
                "id:42",
                "id<42",
                "custom.unknown:1",
                "custom.:1",
                "a.:1",
                "title:a\u0000",
                "\ud800",
                "title:\"\udc00\"",
                "\u0007"
            })
    void brokenTextsAreErrorsWithinTheText(String text) {
        var error = bad(text);
        assertThat(error.position()).isBetween(1, text.length() + 1);
        assertThat(error.position() - 1 + error.length()).isLessThanOrEqualTo(text.length());
        assertThat(error.reason().key()).startsWith("kernel.");
    }

    @Test
    void sizeAndDepthHaveBounds() {
        assertThat(bad("x".repeat(8_001)).reason().key()).isEqualTo("kernel.filter.too_long");
        assertThat(good("x".repeat(8_000))).isEqualTo(words("x".repeat(8_000)));
        assertThat(bad("(".repeat(4_000)).reason().key()).isEqualTo("kernel.filter.too_deep");
        assertThat(bad("-".repeat(4_000) + "x").reason().key()).isEqualTo("kernel.filter.too_deep");
        assertThat(bad("not ".repeat(1_900) + "x").reason().key()).isEqualTo("kernel.filter.too_deep");
        assertThat(good("(".repeat(32) + "x" + ")".repeat(32))).isEqualTo(words("x"));
        assertThat(bad("x ".repeat(201)).reason().key()).isEqualTo("kernel.filter.too_many_terms");
        assertThat(bad("priority:" + "1,".repeat(200) + "1").reason().key()).isEqualTo("kernel.filter.too_many_terms");
        assertThat(good("x ".repeat(200))).isInstanceOf(Filter.Words.class);
    }

    @Test
    void everyIdIsARecordsOrAnError() {
        assertThat(bad("caller:" + new UUID(5, 5)).reason().key()).isEqualTo("kernel.filter.no_such_record");
    }
}
