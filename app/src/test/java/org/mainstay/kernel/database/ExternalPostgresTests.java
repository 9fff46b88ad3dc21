package org.mainstay.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.database.ExternalPostgres.Facts;
import org.mainstay.testing.TestDatabase;

class ExternalPostgresTests {

    private static final Facts GOOD = new Facts(18, "18.6", "UTF8", false, true, false);

    @Test
    void anEmptyDatabaseIsWelcome() {
        assertThatCode(external(TestDatabase.empty())::check).doesNotThrowAnyException();
    }

    @Test
    void oneOfOurOwnIsWelcome() {
        assertThatCode(external(TestDatabase.url())::check).doesNotThrowAnyException();
    }

    @Test
    void theTablesOfSomethingElseAreLeftAlone() throws SQLException {
        var url = TestDatabase.empty();
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create table public.invoice (id int)");
        }
        assertThatThrownBy(external(url)::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageEndingWith("already holds the tables of something else; Mainstay needs an empty one.");
    }

    @Test
    void anUnreachableOneIsNamedWithoutItsSecrets() {
        var external = new ExternalPostgres("jdbc:postgresql://127.0.0.1:1/mainstay?password=hush", "ada", "hush");
        assertThatThrownBy(external::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Mainstay cannot use the database at jdbc:postgresql://127.0.0.1:1/mainstay:")
                .hasMessageNotContaining("hush");
    }

    @Test
    void anotherProductIsNoPostgres() {
        assertThatThrownBy(new ExternalPostgres("jdbc:mysql://db/mainstay", null, null)::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not a PostgreSQL");
    }

    @Test
    void oldVersionsAndOtherEncodingsAreRefused() {
        assertThat(GOOD.reason("ada")).isNull();
        assertThat(new Facts(15, "15.18", "UTF8", false, true, false).reason("ada"))
                .isEqualTo("is PostgreSQL 15.18, and Mainstay needs 18 or newer");
        assertThat(new Facts(18, "18.6", "LATIN1", false, true, false).reason("ada"))
                .isEqualTo("is encoded in LATIN1, and Mainstay needs UTF8");
    }

    @Test
    void aDatabaseThatCannotBeWrittenToIsRefused() {
        assertThat(new Facts(18, "18.6", "UTF8", true, true, false).reason("ada"))
                .isEqualTo("is a standby that cannot be written to");
        assertThat(new Facts(18, "18.6", "UTF8", false, false, false).reason("ada"))
                .isEqualTo("does not let ada create schemas; grant CREATE on it");
    }

    private static ExternalPostgres external(String url) {
        return new ExternalPostgres(url, TestDatabase.USER, "");
    }
}
