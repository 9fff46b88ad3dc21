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
                var rows = statement.executeQuery(FACTS)) {
            rows.next();
            var reason = Facts.of(rows).reason(user);
            if (reason != null) {
                throw refused(reason);
            }
        } catch (SQLException failure) {
            throw new StartRefused(
                    "Mainstay cannot use the database at " + place() + ": " + failure.getMessage(), failure);
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

    record Facts(
            int version,
            String versionName,
            String encoding,
            boolean standby,
            boolean mayCreate,
            boolean foreignTables) {

        static Facts of(ResultSet row) throws SQLException {
            return new Facts(
                    row.getInt("version"),
                    row.getString("version_name"),
                    row.getString("encoding"),
                    row.getBoolean("standby"),
                    row.getBoolean("may_create"),
                    row.getBoolean("foreign_tables"));
        }

        /// What stands against it, as the end of a sentence that begins with the database.
        @Nullable
        String reason(@Nullable String user) {
            if (version < OLDEST) {
                return "is PostgreSQL " + versionName + ", and Mainstay needs " + OLDEST + " or newer";
            }
            if (!"UTF8".equals(encoding)) {
                return "is encoded in " + encoding + ", and Mainstay needs UTF8";
            }
            if (standby) {
                return "is a standby that cannot be written to";
            }
            if (!mayCreate) {
                return "does not let " + user + " create schemas; grant CREATE on it";
            }
            return foreignTables ? "already holds the tables of something else; Mainstay needs an empty one" : null;
        }
    }
}
