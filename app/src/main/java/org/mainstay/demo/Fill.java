package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.DemoPassword;
import org.mainstay.people.signin.SignIn;
import org.mainstay.people.signin.Tokens;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// `fill COUNT`: a desk of twenty customers with so many more incidents, to see how Mainstay does at that
/// size; `fill requests COUNT` and `fill changes COUNT` the same with these. It can only be asked for at the machine
/// itself, and only of a
/// demo: nobody's real records get company. Prints one line of JSON: who may ask for what.
final class Fill implements Command {

    private static final String REQUESTS = "requests";
    private static final String CHANGES = "changes";
    private static final Duration TOKENS_LIVE = Duration.ofDays(30);

    private final RecordStore store;
    private final BulkDoor bulk;
    private final SignIn signIn;
    private final Tokens tokens;
    private final DemoCompany company;
    private final DemoPassword password;
    private final FillRequests requests;
    private final FillChanges changes;
    private final Clock clock;

    Fill(
            RecordStore store,
            BulkDoor bulk,
            SignIn signIn,
            Tokens tokens,
            DemoCompany company,
            DemoPassword password,
            FillRequests requests,
            FillChanges changes,
            Clock clock) {
        this.store = store;
        this.bulk = bulk;
        this.signIn = signIn;
        this.tokens = tokens;
        this.company = company;
        this.password = password;
        this.requests = requests;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fill";
    }

    @Override
    public int run(List<String> arguments) throws InterruptedException, ExecutionException {
        var what = arguments.size() == 2 ? arguments.getFirst() : "";
        if (!List.of("", REQUESTS, CHANGES).contains(what)
                || arguments.isEmpty()
                || arguments.size() > 2
                || !arguments.getLast().matches("[1-9]\\d{0,7}")) {
            System.err.println("Say how many: fill [requests|changes] COUNT");
            return 2;
        }
        if (!password.demo()) {
            System.err.println("Only a demo can be filled: fill [requests|changes] COUNT --mainstay.demo=true");
            return 2;
        }
        int count = Integer.parseInt(arguments.getLast());
        var customers = new Customers(store, bulk, company.seed());
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        System.out.println(
                switch (what) {
                    case REQUESTS -> requests.run(customers, count, now, this::token);
                    case CHANGES -> changes.run(customers, count, now, this::token);
                    default -> incidents(customers, count, now);
                });
        return 0;
    }

    private String incidents(Customers customers, int count, Instant now)
            throws InterruptedException, ExecutionException {
        customers.settle();
        signIn.give(List.of(customers.agent(), customers.requester()), password.password());
        return summary(customers, new Backlog(store, bulk, customers, now).grow(count));
    }

    private String summary(Customers customers, Backlog.Numbers numbers) {
        var node = JsonNodeFactory.instance.objectNode();
        var bench = node.putObject("bench")
                .put("agentToken", token(customers.agent()))
                .put("agentName", Customers.AGENT)
                .put("requesterToken", token(customers.requester()))
                .put("requesterName", Customers.REQUESTER)
                .put("adminToken", token(customers.administrator()))
                .put("adminName", Customers.ADMINISTRATOR)
                .put("rareWord", Stories.RARE)
                .put("commonWord", Stories.COMMON);
        var groups = bench.putArray("groups");
        customers.groupsOfAgent().forEach(groups::add);
        var callers = bench.putArray("callers");
        customers.callersOfAgent().forEach(it -> callers.add(it.toString()));
        var seen = bench.putArray("agentNumbers");
        numbers.ofAgent().forEach(seen::add);
        var worked = bench.putArray("workNumbers");
        numbers.inProgress().forEach(worked::add);
        return JsonMapper.shared().writeValueAsString(node);
    }

    private String token(UUID person) {
        var wish = new Tokens.Wish("fill", person, Tokens.Sort.PERSONAL, List.of("all"), false, null, TOKENS_LIVE);
        return switch (tokens.make(wish, person, null)) {
            case Tokens.Outcome.Made made -> made.secret();
            case Tokens.Outcome.Refused(var problems) ->
                throw new IllegalStateException("a token was refused: " + problems);
        };
    }
}
