package org.mainstay.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.mainstay.kernel.process.EngineTables;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One PostgreSQL for all tests of a JVM. A migrated database is made once and copied from then on.
public final class TestDatabase {

    public static final String USER = "mainstay";

    private static final TestDatabase INSTANCE = new TestDatabase();

    private final EmbeddedPostgres server;
    private final AtomicInteger copies = new AtomicInteger();
    private final String shared;

    private TestDatabase() {
        try {
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("jit", "off")
                    .setServerConfig("timezone", "UTC")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        execute("create role " + USER + " login");
        execute("create database migrated owner " + USER);
        Flyway.configure()
                .dataSource(url("migrated"), USER, "")
                .locations("classpath:db/migration")
                .javaMigrations(new EngineTables())
                .defaultSchema("public")
                .load()
                .migrate();
        shared = copy();
    }

    /// The database that tests share; each cleans up or rolls back.
    public static String url() {
        return INSTANCE.url(INSTANCE.shared);
    }

    /// An empty migrated database of one's own.
    public static String fresh() {
        return INSTANCE.url(INSTANCE.copy());
    }

    /// A database without anything in it.
    public static String empty() {
        var name = "empty_" + INSTANCE.copies.incrementAndGet();
        INSTANCE.execute("create database " + name + " owner " + USER);
        return INSTANCE.url(name);
    }

    private String copy() {
        var name = "test_" + copies.incrementAndGet();
        execute("create database " + name + " template migrated strategy file_copy owner " + USER);
        return name;
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Points a Spring test at the shared database.
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.datasource.url=" + url(), "spring.datasource.username=" + USER)
                    .applyTo(context);
        }
    }

    /// Points a Spring test at a database of its own.
    public static final class OwnInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.datasource.url=" + fresh(), "spring.datasource.username=" + USER)
                    .applyTo(context);
        }
    }
}
