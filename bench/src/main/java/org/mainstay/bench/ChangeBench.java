package org.mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/// `./mainstay bench changes [1000000] [seconds]`: fills so many changes that were done and five thousand of the next
/// four weeks, and asks for conflicts, free times and the calendar. `./mainstay bench changes again 1000000 [seconds]`
/// asks what the last filling left.
final class ChangeBench {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ChangeBench() {}

    static void main(List<String> arguments) throws IOException, InterruptedException {
        boolean again = !arguments.isEmpty() && arguments.getFirst().equals(Bench.AGAIN);
        var words = arguments.subList(again ? 1 : 0, arguments.size());
        long size = words.isEmpty() ? 1_000_000 : Long.parseLong(words.getFirst());
        double seconds = words.size() > 1 ? Double.parseDouble(words.get(1)) : 4;
        var target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Files.deleteIfExists(Child.ERRORS);
        var data = target.resolve("bench-changes");
        var asked = target.resolve("bench-changes.json");
        var table = new Table(List.of(size));
        if (!again) {
            Bench.wipe(data);
            fill(data, size, asked, table);
        }
        try (var product = Product.start(data)) {
            product.vacuum();
            product.settle();
            var who = MAPPER.readValue(asked.toFile(), Asked.class);
            var round = new Round(product, seconds);
            var agent = round.asking(who.agent(), who.token());
            round.work(
                    "conflicts of a change, 5,000 planned in 28 days",
                    0,
                    random -> agent.get("/changes/" + Round.any(random, who.changes()) + "/conflicts"));
            round.work(
                    "next three free times of a change",
                    0,
                    random -> agent.get("/changes/" + Round.any(random, who.changes()) + "/slots"));
            round.page(
                    "a change's conflicts and free times (HTML)",
                    random -> agent.page("/changes/" + Round.any(random, who.changes()) + "/conflicts"));
            round.page("calendar of this month (HTML)", _ -> agent.page("/changes/calendar"));
            round.page("what its script draws, this month", _ -> agent.page("/changes/calendar/events"));
            round.page(
                    "what its script draws, two weeks by service",
                    _ -> agent.page("/changes/calendar/events?view=timeline"));
            table.add(size, round.measure());
            table.say(String.format(
                    Locale.ROOT,
                    "With %,d changes: %d MB resident after all of this.",
                    size,
                    product.residentMegabytes()));
        }
        System.out.println(table.text());
        Files.writeString(target.resolve("bench-changes.md"), table.text());
    }

    private static void fill(Path data, long changes, Path asked, Table table) throws IOException {
        long before = System.nanoTime();
        try (var child = Child.start(Product.command(
                data,
                "fill",
                "changes",
                Long.toString(changes),
                "--mainstay.demo=true",
                "--mainstay.demo-password=" + Product.PASSWORD))) {
            var line = child.line(it -> it.startsWith("{\"bench\":"));
            child.rest();
            Files.writeString(asked, MAPPER.readTree(line).get("bench").toString());
        }
        table.say(String.format(
                Locale.ROOT, "%,d changes were filled in %.0f s.", changes, (System.nanoTime() - before) / 1e9));
    }

    /// @param changes numbers of some that are planned
    record Asked(String agent, String token, List<String> changes) {}
}
