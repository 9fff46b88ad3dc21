package org.mainstay.kernel.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Looks at a PostgreSQL that somebody else runs before anything is done to it.
record ExternalPostgres(
        String url, @Nullable String user, @Nullable String password) {

    private static final int OLDEST = 18;

    private static final String FACTS = """
            select current_setting('server_version_num')::int / 10000 as version,
                   current_setting('server_version') as version_name,
                   current_setting('server_encoding') as encoding,
                   pg_is_in_recovery() as standby,
                   has_database_privilege(current_database(), 'CREATE') as may_create,
                   to_regclass('public.flyway_schema_history') is null
                     and exists (select from pg_tables where schemaname = 'public') as foreign_tables""";

    /// Throws what stands against using it.
    void check() {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw refused("is not a PostgreSQL; spring.datasource.url must begin with jdbc:postgresql:");
        }
        try (var connection = connect();
                var statement = connection.createStatement();
                var facts = statement.executeQuery(FACTS)) {
            facts.next();
            check(facts);
        } catch (SQLException failure) {
            throw new StartRefused(
                    "Mainstay cannot use the database at " + place() + ": " + failure.getMessage(), failure);
        }
    }

    private void check(ResultSet facts) throws SQLException {
        if (facts.getInt("version") < OLDEST) {
            throw refused("is PostgreSQL " + facts.getString("version_name") + ", and Mainstay needs " + OLDEST
                    + " or newer");
        }
        if (!"UTF8".equals(facts.getString("encoding"))) {
            throw refused("is encoded in " + facts.getString("encoding") + ", and Mainstay needs UTF8");
        }
        if (facts.getBoolean("standby")) {
            throw refused("is a standby that cannot be written to");
        }
        if (!facts.getBoolean("may_create")) {
            throw refused("does not let " + user + " create schemas; grant CREATE on it");
        }
        if (facts.getBoolean("foreign_tables")) {
            throw refused("already holds the tables of something else; Mainstay needs an empty one");
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("socketTimeout", "15");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(url, properties);
    }

    private StartRefused refused(String reason) {
        return new StartRefused("The database at " + place() + " " + reason + ".");
    }

    /// Without the parameters, which may hold a password.
    private String place() {
        return url.replaceFirst("\\?.*", "");
    }
}
