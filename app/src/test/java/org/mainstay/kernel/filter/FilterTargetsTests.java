package org.mainstay.kernel.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Texts;
import org.mainstay.testing.Specimen;
import org.mainstay.testing.TestDatabase;

/// The oracle of the filter engine: what SQL finds is what memory matches. `-Dmainstay.seed=` repeats a
/// run, `-Dmainstay.filters=` makes it longer.
class FilterTargetsTests {

    private static final long SEED = Long.getLong("mainstay.seed", System.nanoTime());
    private static final int FILTERS = Integer.getInteger("mainstay.filters", 1_000);

    private static final FilterSql SQL = new FilterSql(Specimens.TYPES, Specimens.ACCESS, new Colours());

    private static Connection connection;
    private static SpecimenTable table;
    private static Specimens specimens;
    private static FilterMatch match;

    @BeforeAll
    static void fill() throws SQLException {
        System.out.println("filter targets: -Dmainstay.seed=" + SEED);
        connection = DriverManager.getConnection(TestDatabase.fresh(), TestDatabase.USER, "");
        table = new SpecimenTable(DSL.using(connection, SQLDialect.POSTGRES));
        specimens = new Specimens(new Random(SEED), 300);
        table.insert(specimens);
        match = new FilterMatch(Specimens.TYPES, new Colours(), (_, _, id) -> specimens.visible(id));
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyFilterFindsInSqlWhatItMatchesInMemory() {
        var filters = new RandomFilters(new Random(SEED), specimens);
        int found = 0;
        for (int i = 0; i < FILTERS; i++) {
            found += agree(filters.next(4), Set.of());
        }
        assertThat(found).as("records found by all filters").isPositive();
    }

    @Test
    void everyLeafAndItsNegationAgree() {
        var filters = new RandomFilters(new Random(SEED + 1), specimens);
        for (int i = 0; i < FILTERS; i++) {
            var leaf = filters.next(0);
            int with = agree(leaf, Set.of());
            int without = agree(new Filter.Not(leaf), Set.of());
            assertThat(with + without)
                    .as("%s", leaf)
                    .isEqualTo(specimens.rows().size() - specimens.deleted().size());
        }
    }

    @Test
    void myGroupsAreTheAskersGroups() {
        var some = specimens.rows().keySet().stream().limit(60).toList();
        for (var attribute : List.of(Specimen.PARENT, Specimen.BRANCH, Specimen.KIN)) {
            var filter = Filter.is(attribute, new Filter.Operand.MyGroups());
            assertThat(agree(filter, Set.of())).isZero();
            assertThat(agree(filter, Set.copyOf(some))).isPositive();
        }
    }

    @Test
    void theTextOfAFilterIsTheSameFilter() {
        var filters = new RandomFilters(new Random(SEED + 2), specimens);
        var parser = new FilterParser(Specimens.TYPES, Specimens.ACCESS, specimens);
        for (int i = 0; i < FILTERS; i++) {
            var filter = filters.next(3);
            var text = FilterText.of(filter);
            var once = parsed(parser, text);
            assertThat(parsed(parser, FilterText.of(once))).as(text).isEqualTo(once);
            assertThat(memory(once, Set.of())).as(text).isEqualTo(memory(filter, Set.of()));
        }
    }

    @Test
    void textFoldsInSqlAsInMemory() {
        var texts = new ArrayList<String>();
        for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                texts.add("A" + Character.toString(point) + "z");
            }
        }
        var differing = new ArrayList<String>();
        for (Map.Entry<String, String> entry : table.fold(texts).entrySet()) {
            var folded = Texts.fold(entry.getKey());
            if (!folded.equals(entry.getValue()) || !Texts.fold(folded).equals(folded)) {
                differing.add("U+%X".formatted(entry.getKey().codePointAt(1)));
            }
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void aNumberIsFoundByItsIndexAndInAnyCase() {
        assertThat(agree(parsed("number:spe0000003"), Set.of())).isLessThanOrEqualTo(1);
        assertThat(memory(Filter.is(Header.NUMBER, "SPE0000003"), Set.of()))
                .isEqualTo(memory(parsed("number:Spe0000003"), Set.of()));
    }

    private static Filter parsed(String text) {
        return parsed(new FilterParser(Specimens.TYPES, Specimens.ACCESS, specimens), text);
    }

    private static Filter parsed(FilterParser parser, String text) {
        return switch (parser.parse(text, Specimens.TYPE, Specimens.context(Set.of()))) {
            case Parsed.Good(var filter) -> filter;
            case Parsed.Bad(var errors) -> throw new AssertionError(text + " " + errors);
        };
    }

    private static int agree(Filter filter, Set<UUID> groups) {
        var expected = memory(filter, groups);
        var condition = SQL.condition(filter, Specimens.TYPE, "t", Specimens.context(groups));
        assertThat(table.ids(condition)).as("%s%n%s", filter, condition).containsExactlyInAnyOrderElementsOf(expected);
        return expected.size();
    }

    private static List<UUID> memory(Filter filter, Set<UUID> groups) {
        var context = Specimens.context(groups);
        return specimens.rows().values().stream()
                .filter(it -> !specimens.deleted().contains(it.id()))
                .filter(it -> match.matches(filter, it, context))
                .map(it -> it.id())
                .toList();
    }
}
