package org.mainstay.change.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A calendar program that people use subscribes to a feed: vdirsyncer fetches it, khal shows it.
@MainstayTest
class CalendarClientTests {

    private static final int PATIENCE_IN_SECONDS = 120;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @TempDir
    Path folder;

    private final String mark = "k" + UUID.randomUUID().toString().substring(0, 8);
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(5);

    Api carl;

    @BeforeEach
    void connect() {
        cast.everybody();
        carl = new Api(port, "carl");
    }

    private Instant at(int hour) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).plus(hour, ChronoUnit.HOURS);
    }

    private String window(int from, int to) {
        return "\"planned_start\":\"%s\",\"planned_end\":\"%s\"".formatted(at(from), at(to));
    }

    private String change(Api who, String title) {
        return who.post("/changes", "{\"title\":\"%s\",\"type\":\"normal\",%s}".formatted(title, window(19, 21)))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    @Test
    void aSubscribedCalendarShowsChangesWhenTheyAre() throws Exception {
        var number = change(carl, mark + " ours");
        var theirs = change(carl.as("olga"), mark + " theirs");
        var feed = carl.post("/calendar-feeds", "{\"name\":\"Phone\",\"filter\":\"title~%s\"}".formatted(mark))
                .is(201)
                .json();
        configure(feed.get("url").asString());

        assertThat(run("vdirsyncer", "discover", "feed").worked()).contains("feed");
        run("vdirsyncer", "sync").worked();
        assertThat(agenda()).containsExactly("19:00 21:00 " + number + " " + mark + " ours");
        assertThat(kept()).doesNotContain(theirs);

        carl.patch("/changes/" + number, "{%s}".formatted(window(8, 9))).is(200);
        run("vdirsyncer", "sync").worked();
        assertThat(agenda()).containsExactly("08:00 09:00 " + number + " " + mark + " ours");

        carl.delete("/calendar-feeds/" + feed.get("id").asString()).is(204);
        var refused = run("vdirsyncer", "-vDEBUG", "sync");
        assertThat(refused.code).as(refused.said).isNotZero();
        assertThat(refused.said).containsPattern("(?m)^debug: 410$");
        assertThat(agenda()).containsExactly("08:00 09:00 " + number + " " + mark + " ours");
    }

    /// What the calendar program shows of the change's day.
    private List<String> agenda() throws Exception {
        return run(
                        "khal",
                        "list",
                        "--day-format",
                        "",
                        "--format",
                        "{start-time} {end-time} {title}",
                        day.toString(),
                        "1d")
                .worked()
                .lines()
                .filter(it -> it.contains(mark))
                .toList();
    }

    /// Every file that was fetched.
    private String kept() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(folder.resolve("calendar"))) {
            for (var file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private void configure(String url) throws IOException {
        var calendar = Files.createDirectories(folder.resolve("calendar"));
        Files.writeString(folder.resolve("vdirsyncer.conf"), """
                [general]
                status_path = "%s"

                [pair feed]
                a = "local"
                b = "remote"
                collections = null
                conflict_resolution = "b wins"

                [storage local]
                type = "filesystem"
                path = "%s"
                fileext = ".ics"

                [storage remote]
                type = "http"
                url = "%s"
                """.formatted(folder.resolve("status"), calendar, url));
        Files.writeString(folder.resolve("khal.conf"), """
                [calendars]
                [[changes]]
                path = %s
                readonly = True

                [locale]
                timeformat = %%H:%%M
                dateformat = %%Y-%%m-%%d
                longdateformat = %%Y-%%m-%%d
                datetimeformat = %%Y-%%m-%%d %%H:%%M
                longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                local_timezone = UTC
                default_timezone = UTC

                [sqlite]
                path = %s
                """.formatted(calendar, folder.resolve("khal.db")));
    }

    /// @param said by whatever stream
    private record Ended(int code, String said) {

        String worked() {
            assertThat(code).as(said).isZero();
            return said;
        }
    }

    private Ended run(String command, String... arguments) throws Exception {
        assertThat(List.of(System.getenv("PATH").split(":")))
                .as("%s is on the path; ./mainstay test installs it", command)
                .anyMatch(it -> Files.isExecutable(Path.of(it, command)));
        var log = folder.resolve("log");
        var line = new ArrayList<>(
                List.of(command, "-c", folder.resolve(command + ".conf").toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        for (var home : List.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")) {
            builder.environment().put(home, folder.toString());
        }
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        var process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS))
                    .as("%s ended: %s", command, Files.readString(log))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }
}
