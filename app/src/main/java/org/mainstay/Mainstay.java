package org.mainstay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainstay.kernel.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;

@SpringBootApplication
public class Mainstay {

    private static final Logger LOG = LoggerFactory.getLogger(Mainstay.class);
    private static final Pattern SETTING = Pattern.compile("--[^=.]+\\.[^=]+(=.*)?", Pattern.DOTALL);

    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        var words = words(arguments);
        if (words.isEmpty() || words.getFirst().startsWith("--")) {
            SpringApplication.run(Mainstay.class, arguments);
        } else {
            System.exit(command(words, arguments));
        }
    }

    /// What is said to a command. Settings have a dot in their name and are Spring's.
    static List<String> words(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !SETTING.matcher(argument).matches())
                .toList();
    }

    private static int command(List<String> words, String[] arguments) throws Exception {
        var application = new SpringApplication(Mainstay.class);
        // A negative port keeps every bean and opens no socket.
        Map<String, Object> settings = Map.of("mainstay.command", words.getFirst(), "server.port", "-1");
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("command", settings)));
        try (var context = application.run(arguments)) {
            var commands = context.getBeanProvider(Command.class).stream()
                    .collect(Collectors.toMap(Command::name, command -> command, (one, _) -> one, TreeMap::new));
            var command = commands.get(words.getFirst());
            if (command == null) {
                System.err.println(
                        "Mainstay has no command " + words.getFirst() + "; it knows " + commands.keySet() + ".");
                return 2;
            }
            return command.run(words.subList(1, words.size()));
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        sayWhere(event.getApplicationContext());
    }

    private static void sayWhere(ApplicationContext context) {
        var environment = context.getEnvironment();
        var port = environment.getProperty("local.server.port", Integer.class, -1);
        if (port < 0) {
            return;
        }
        var address = "http://" + environment.getProperty("server.address", "127.0.0.1") + ":" + port;
        if (environment.getProperty("mainstay.demo", Boolean.class, false)) {
            System.out.println("Mainstay is at " + address);
        } else {
            LOG.info("Mainstay is at {}", address);
        }
    }
}
