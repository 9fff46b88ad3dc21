package org.mainstay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/// `./mainstay bench requests [1000000] [seconds]`: fills a catalogue of two thousand items and so many requests, and
/// asks for them as a requester, an agent, approvers and an administrator. `./mainstay bench requests again 1000000
/// [seconds]` asks what the last filling left.
final class RequestBench {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private RequestBench() {}

    static void main(List<String> arguments) throws IOException, InterruptedException {
        boolean again = !arguments.isEmpty() && arguments.getFirst().equals(Bench.AGAIN);
        var words = arguments.subList(again ? 1 : 0, arguments.size());
        long size = words.isEmpty() ? 1_000_000 : Long.parseLong(words.getFirst());
        double seconds = words.size() > 1 ? Double.parseDouble(words.get(1)) : 4;
        var target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Files.deleteIfExists(Child.ERRORS);
        var data = target.resolve("bench-requests");
        var people = target.resolve("bench-requests.json");
        var table = new Table(List.of(size));
        if (!again) {
            Bench.wipe(data);
            fill(data, size, people, table);
        }
        try (var product = Product.start(data)) {
            var limit = new Limit(product, size, seconds);
            limit.prepare("setup-requests");
            product.vacuum();
            product.settle();
            var who = MAPPER.readValue(people.toFile(), People.class);
            table.add(size, new RequestWorks(product, who, limit, seconds).measure());
            table.say(String.format(
                    Locale.ROOT,
                    "With %,d requests: %.1f s from the start to the first answered request, %d MB resident after all"
                            + " of this.",
                    size,
                    product.startSeconds(),
                    product.residentMegabytes()));
        }
        System.out.println(table.text());
        Files.writeString(target.resolve("bench-requests.md"), table.text());
    }

    /// @param people file that keeps who may ask for what, for the next time
    private static void fill(Path data, long requests, Path people, Table table) throws IOException {
        long before = System.nanoTime();
        try (var child = Child.start(Product.command(
                data,
                "fill",
                "requests",
                Long.toString(requests),
                "--mainstay.demo=true",
                "--mainstay.demo-password=" + Product.PASSWORD))) {
            var line = child.line(it -> it.startsWith("{\"bench\":"));
            child.rest();
            Files.writeString(people, MAPPER.readTree(line).get("bench").toString());
        }
        table.say(String.format(
                Locale.ROOT,
                "%,d requests with their items, tasks and approvals were filled in %.0f s.",
                requests,
                (System.nanoTime() - before) / 1e9));
    }

    /// A person by user name, and a token of theirs.
    record Person(String name, String token) {}

    /// Who asks, and for what, as the filling left it.
    ///
    /// @param requester has twelve requests
    /// @param approvers decide for the callers
    /// @param callers ids of persons that the agent orders for
    /// @param simple numbers of items that ask nothing and need no approval
    /// @param dear numbers of items that have to be approved
    /// @param asking numbers of items with a form
    record People(
            Person agent,
            Person requester,
            Person buyer,
            Person administrator,
            List<Person> approvers,
            List<String> groups,
            List<String> callers,
            List<String> simple,
            List<String> dear,
            List<String> asking,
            List<String> categories) {}
}
