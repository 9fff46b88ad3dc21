package org.mainstay.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One data directory through its life: made, guarded, killed, recovered.
@TestMethodOrder(OrderAnnotation.class)
class LocalPostgresTests {

    @TempDir
    static Path folder;

    @Test
    @Order(1)
    void whatWasCommittedSurvivesTheDeathOfItsProcess() throws Exception {
        var unfinished = Files.createDirectories(data().resolve("database")).resolve("PG_VERSION");
        Files.writeString(unfinished, "18");

        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        data().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().lines().anyMatch("committed"::equals)).isTrue();
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        var cluster = DataDirectory.cluster(data());
        var orphan = Postmaster.of(cluster).orElseThrow();
        try (var postgres = LocalPostgres.start(data())) {
            assertThat(Postmaster.of(cluster).orElseThrow().process()).isNotEqualTo(orphan.process());
            assertThat(ask(postgres, "select word from acknowledged")).isEqualTo("kept");
        }
        assertThat(Postmaster.of(cluster)).isEmpty();
    }

    @Test
    @Order(2)
    void isDurableAndKeepsToItself() throws Exception {
        try (var postgres = LocalPostgres.start(data())) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), LocalPostgres.NAME, "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");

            assertThatThrownBy(() -> LocalPostgres.start(data()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("Another Mainstay is running on the data directory " + data());

            try (var joined = LocalPostgres.join(data())) {
                assertThat(ask(joined, "select word from acknowledged")).isEqualTo("kept");
            }
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static String ask(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), LocalPostgres.NAME, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /// A process that is killed the moment its write is acknowledged.
    static final class Victim {

        public static void main(String[] arguments) throws Exception {
            var postgres = LocalPostgres.start(Path.of(arguments[0]));
            try (var connection = DriverManager.getConnection(postgres.url(), LocalPostgres.NAME, postgres.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table acknowledged (word text)");
                statement.execute("insert into acknowledged values ('kept')");
            }
            System.out.println("committed");
            System.in.read();
        }
    }
}
