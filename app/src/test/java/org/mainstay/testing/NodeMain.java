package org.mainstay.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mainstay.Mainstay;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.FeedConsumer;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.store.HistoryReplay;
import org.mainstay.kernel.store.RecordTypes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// What a [Node] runs: the application, and beside it what tests of several nodes count with. Says its
/// port once it serves, then answers a line for each line it reads, and stops when there are no more.
final class NodeMain {

    static final String SAYS = "node says ";

    private NodeMain() {}

    public static void main(String[] arguments) throws IOException {
        var application = new SpringApplication(Mainstay.class, Cast.class);
        if (List.of(arguments).contains(Node.COUNTING)) {
            application.addPrimarySources(List.of(Counting.class));
        }
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        var context = application.run(arguments);
        say(context.getEnvironment().getRequiredProperty("local.server.port"));
        try (context;
                var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = questions.readLine(); line != null; line = questions.readLine()) {
                say(answer(context, line));
            }
        }
    }

    private static void say(String what) {
        System.out.println(SAYS + what);
    }

    private static String answer(ConfigurableApplicationContext context, String question) {
        try {
            var words = List.of(question.split(" "));
            return switch (words.getFirst()) {
                case "backup" ->
                    String.valueOf(context.getBean("backup", Command.class).run(words.subList(1, words.size())));
                case "cast" -> context.getBean(Cast.class).everybody().size() + " people";
                case "replay" ->
                    HistoryReplay.check(
                                    context.getBean(DSLContext.class),
                                    context.getBean(RecordTypes.class),
                                    Instant.EPOCH)
                            + " records";
                default -> "no such question: " + question;
            };
        } catch (Exception | AssertionError e) {
            return e.toString().replace('\n', ' ');
        }
    }

    /// The class path holds the tests' own configurations too.
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return reader.getAnnotationMetadata().hasAnnotation(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /// A consumer, and three pieces of recurring work.
    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        FeedConsumer counting(DSLContext db) {
            Node.makeCountingTables(db);
            return new CountingConsumer(db);
        }

        @Bean
        RecurringJob firstTick(DSLContext db) {
            return tick("tick_1", db);
        }

        @Bean
        RecurringJob secondTick(DSLContext db) {
            return tick("tick_2", db);
        }

        @Bean
        RecurringJob thirdTick(DSLContext db) {
            return tick("tick_3", db);
        }

        private static RecurringJob tick(String name, DSLContext db) {
            return new RecurringJob(
                    name,
                    Duration.ofMillis(200),
                    () -> db.transaction(it -> {
                        it.dsl().execute("set local lock_timeout = 0; set local statement_timeout = 0");
                        it.dsl().execute("select pg_advisory_xact_lock_shared({0})", DSL.val(Node.TICKS));
                        it.dsl()
                                .execute(
                                        "insert into counting.tick values ({0}, {1}, clock_timestamp())",
                                        DSL.val(name),
                                        DSL.val(ProcessHandle.current().pid()));
                    }));
        }
    }

    /// Writes down each row it hears, as often as it hears it.
    private record CountingConsumer(DSLContext db) implements FeedConsumer {

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public void accept(List<Entry> rows) {
            var insert = db.insertInto(
                    DSL.table("counting.heard"), DSL.field("record", UUID.class), DSL.field("version", Long.class));
            for (Entry row : rows) {
                insert = insert.values(row.record(), row.version());
            }
            insert.execute();
        }
    }
}
