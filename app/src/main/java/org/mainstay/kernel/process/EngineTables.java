package org.mainstay.kernel.process;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/// Makes the tables of the process engine by its own scripts, in a schema of their own. A newer engine's own upgrade
/// scripts are run by a further migration.
public final class EngineTables implements JavaMigration {

    static final String SCHEMA = "flowable";

    private static final List<String> SCRIPTS = List.of(
            "org/flowable/common/db/create/flowable.postgres.create.common.sql",
            "org/flowable/db/create/flowable.postgres.create.engine.sql",
            "org/flowable/db/create/flowable.postgres.create.history.sql");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("20261129.2001");
    }

    @Override
    public String getDescription() {
        return "process engine";
    }

    @Override
    public Integer getChecksum() {
        return SCRIPTS.size();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("create schema " + SCHEMA);
            statement.execute("set local search_path to " + SCHEMA);
        }
        for (var script : SCRIPTS) {
            new ResourceDatabasePopulator(new ClassPathResource(script)).populate(connection);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set local search_path to default");
        }
    }
}
