import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/// Migrates an embedded PostgreSQL and writes jOOQ's view of it as source: migrations in, classes out.
/// Runs in source mode before compilation; does nothing while its input is what it was the last time.
class Codegen {

    private static final String SCHEMAS = """
            select nspname from pg_namespace
            where nspname !~ '^pg_' and nspname not in ('information_schema', 'ext', 'scheduler')
            order by nspname""";

    private static final String PARTITIONS = """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relispartition and c.relkind in ('r', 'p') order by 1""";

    public static void main(String[] args) throws Exception {
        var project = Path.of(args[0]);
        var generator = project.resolve("src/codegen/java/Codegen.java");
        var migrations = project.resolveSibling("app").resolve("src/main/resources/db/migration");
        var target = project.resolve("target/generated-sources/jooq");
        var stamp = project.resolve("target/jooq.sha256");
        var hash = hash(generator, migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            System.out.println("Tables are as the migrations left them");
            return;
        }
        Files.deleteIfExists(stamp);
        delete(target);
        Files.createDirectories(target);
        if (sqlFiles(migrations).isEmpty()) {
            System.out.println("No migrations yet, so no tables");
        } else {
            generate(migrations, target);
        }
        Files.writeString(stamp, hash);
    }

    private static void generate(Path migrations, Path target) throws Exception {
        var settings = EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        try (var postgres = settings.start();
                var connection = postgres.getPostgresDatabase().getConnection()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .defaultSchema("public")
                    .load()
                    .migrate();
            var tool = new GenerationTool();
            tool.setConnection(connection);
            tool.run(configuration(connection, target));
        }
    }

    private static Configuration configuration(Connection connection, Path target) throws Exception {
        var database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withSchemata(strings(connection, SCHEMAS).stream()
                        .map(name -> new SchemaMappingType().withInputSchema(name))
                        .toList())
                .withExcludes(excludes(connection))
                .withIncludeRoutines(false)
                .withIncludeUDTs(false)
                .withIncludeIndexes(false)
                .withForcedTypes(
                        new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz|timestamp.* with time zone"),
                        new ForcedType()
                                .withUserType("java.lang.Long")
                                .withBinding("org.mainstay.db.Xid8Binding")
                                .withIncludeTypes(".*xid8.*"));
        return new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withNullableAnnotation(false)
                                .withNonnullAnnotation(false)
                                .withJavadoc(false)
                                .withComments(false)
                                .withEmptySchemas(false)
                                .withImplicitJoinPathsToMany(false))
                        .withTarget(
                                new Target().withPackageName("org.mainstay.db").withDirectory(target.toString())));
    }

    private static String excludes(Connection connection) throws Exception {
        var excludes = new ArrayList<String>();
        excludes.add("public\\.flyway_schema_history");
        for (var partition : strings(connection, PARTITIONS)) {
            excludes.add(partition.replace(".", "\\."));
        }
        return String.join("|", excludes);
    }

    private static List<String> strings(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    private static String hash(Path generator, Path migrations) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(Constants.FULL_VERSION.getBytes());
        digest.update(Files.readAllBytes(generator));
        for (var file : sqlFiles(migrations)) {
            digest.update(migrations.relativize(file).toString().getBytes());
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> sqlFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
