package org.mainstay.kernel.database;

import java.nio.file.Path;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// Decides which PostgreSQL it is. The pool depends on the connection details and these on
/// [LocalPostgres], so the container starts the server before the first connection and stops it after the
/// last, also when a start fails.
@Configuration(proxyBeanMethods = false)
class DatabaseModule {

    private static final String URL = "spring.datasource.url";

    @Bean
    @Conditional(NoneNamed.class)
    LocalPostgres localPostgres(Environment environment) {
        var data = Path.of(environment.getProperty("mainstay.data", "data"));
        return environment.containsProperty("mainstay.command") ? LocalPostgres.join(data) : LocalPostgres.start(data);
    }

    @Bean
    JdbcConnectionDetails connection(@Nullable LocalPostgres local, Environment environment) {
        if (local != null) {
            return new Connection(local.url(), LocalPostgres.NAME, local.password());
        }
        var external = new ExternalPostgres(
                environment.getRequiredProperty(URL),
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
        external.check();
        return new Connection(external.url(), external.user(), external.password());
    }

    /// A migration may take its time: it does not go through the pool, whose connections limit theirs.
    @Bean
    FlywayConnectionDetails migrations(JdbcConnectionDetails connection) {
        return new MigrationConnection(connection);
    }

    @Bean
    DefaultConfigurationCustomizer statements() {
        return DatabaseModule::configure;
    }

    private static void configure(DefaultConfiguration configuration) {
        configuration.settings().withExecuteLogging(false).withRenderCatalog(false);
    }

    private static final class NoneNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty(URL));
        }
    }

    private record Connection(
            String url, @Nullable String user, @Nullable String secret) implements JdbcConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return secret;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    private record MigrationConnection(JdbcConnectionDetails connection) implements FlywayConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return connection.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return connection.getPassword();
        }

        @Override
        public String getJdbcUrl() {
            return connection.getJdbcUrl();
        }
    }
}
