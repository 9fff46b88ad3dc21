package org.mainstay.bench;

import java.util.List;
import java.util.Map;
import org.mainstay.bench.Work.Figure;
import tools.jackson.databind.json.JsonMapper;

/// The works around requests, each asked over HTTP.
final class RequestWorks {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String OPEN = "state:requested,waiting_for_approval,in_fulfilment";
    private static final String READY = "state:open,in_progress";

    /// More than are decided while it is measured.
    private static final int DECIDED = 6_000;

    private static final List<String> WORDS =
            List.of("kestrel", "notebook", "laserdrucker", "screen heron", "lizenz", "turmfalke", "standing desk");
    private static final List<String> MISSPELT =
            List.of("notebok", "kestral", "laserdruker", "projecter", "turmfalcke");

    private final Product product;
    private final RequestBench.People people;
    private final Limit limit;
    private final Asking agent;
    private final Asking requester;
    private final Asking buyer;
    private final Asking administrator;
    private final Round round;

    RequestWorks(Product product, RequestBench.People people, Limit limit, double seconds) {
        this.product = product;
        this.people = people;
        this.limit = limit;
        round = new Round(product, seconds);
        agent = asking(people.agent());
        requester = asking(people.requester());
        buyer = asking(people.buyer());
        administrator = asking(people.administrator());
    }

    private Asking asking(RequestBench.Person person) {
        return round.asking(person.name(), person.token());
    }

    Map<String, Figure> measure() throws InterruptedException {
        double small = limit.http(1_500);
        double large = limit.http(60_000);
        var approvers = people.approvers().stream().map(this::asking).toList();
        var pending = new Pending(round.load(), agent, approvers);
        pending.prepare(people.dear(), people.callers(), DECIDED);
        product.settle();
        ordering(small);
        deciding(pending, approvers.getFirst(), small);
        portal();
        catalog();
        lists(large);
        return round.measure();
    }

    private void ordering(double bare) {
        double least = limit.database("order") + bare;
        round.work(
                "order a simple item",
                least,
                random -> buyer.post("/catalog-items/" + Round.any(random, people.simple()) + "/order", "{}"));
        var form = buyer.csrf(
                round.load().body(buyer.page("/catalog/items/" + people.simple().getFirst())));
        round.work(
                "order a simple item by its page's form (HTML)",
                least,
                random -> form.form(
                        "/catalog/items/" + Round.any(random, people.simple()),
                        Map.of("once", Asking.uuid(random), "quantity", "1", "go", "now")));
        round.work(
                "order a dear item for somebody, whose manager is asked",
                least,
                random -> agent.post(
                        "/catalog-items/" + Round.any(random, people.dear()) + "/order",
                        "{\"for\":[\"" + Round.any(random, people.callers()) + "\"]}"));
    }

    private void deciding(Pending pending, Asking approver, double bare) {
        double least = limit.database("decide") + bare;
        round.work("approve", least, _ -> pending.next().approve());
        round.work("approve by page (HTML)", least, _ -> pending.next().approveByPage());
        round.page("my decisions (HTML), approver", _ -> approver.page("/portal/decisions"));
        round.work("my approvals, approver", 0, _ -> approver.get("/approvals?filter=waiting_for:me&sort=due_at"));
        round.work(
                "approvals that are open, administrator",
                0,
                _ -> administrator.get("/approvals?filter=state:requested"));
    }

    private void portal() {
        round.page("portal (HTML), requester of twelve", _ -> requester.page("/portal"));
        round.page(
                "portal search (HTML)",
                random -> requester.page("/portal/search?q=" + Asking.encode(Round.any(random, WORDS))));
        round.page(
                "portal search, misspelt (HTML)",
                random -> requester.page("/portal/search?q=" + Asking.encode(Round.any(random, MISSPELT))));
        round.page("own requests (HTML)", _ -> requester.page("/catalog/requests"));
        var own = round.numbers(requester.get("/requests?fields=number"));
        round.page(
                "a request as parcels (HTML)", random -> requester.page("/catalog/requests/" + Round.any(random, own)));
        fillCart();
        round.page("cart of six, two with answers (HTML)", _ -> requester.page("/catalog/cart"));
    }

    /// The same however often it is done: what is there already becomes more of it.
    private void fillCart() {
        if (MAPPER.readTree(round.load().body(requester.get("/carts/mine")))
                .get("items")
                .isEmpty()) {
            people.simple().stream()
                    .limit(4)
                    .forEach(it -> round.load().body(requester.post("/carts/mine/items", "{\"item\":\"" + it + "\"}")));
            people.asking().stream()
                    .limit(2)
                    .forEach(it -> round.load().body(requester.post("/carts/mine/items", """
                            {"item":"%s","answers":{"program":"office"}}""".formatted(it))));
        }
    }

    private void catalog() {
        round.page("catalogue (HTML)", _ -> requester.page("/catalog"));
        round.page(
                "a category (HTML)",
                random -> requester.page("/catalog?category=" + Round.any(random, people.categories())));
        round.page(
                "catalogue by words (HTML)",
                random -> requester.page("/catalog?q=" + Asking.encode(Round.any(random, WORDS))));
        round.page(
                "catalogue by misspelt words (HTML)",
                random -> requester.page("/catalog?q=" + Asking.encode(Round.any(random, MISSPELT))));
        round.page("an item (HTML)", random -> requester.page("/catalog/items/" + Round.any(random, people.simple())));
        round.page(
                "an item with a form (HTML)",
                random -> requester.page("/catalog/items/" + Round.any(random, people.asking())));
        round.work("catalogue items, requester", 0, _ -> requester.get("/catalog-items"));
        round.work(
                "catalogue items by words, requester",
                0,
                random -> requester.get("/catalog-items?filter=" + Asking.encode(Round.any(random, WORDS))));
        round.work(
                "one catalogue item, requester",
                0,
                random -> requester.get("/catalog-items/" + Round.any(random, people.simple())));
    }

    private void lists(double bare) {
        double least = limit.database("list-items") + bare;
        for (var collection : List.of("requests", "request-items", "tasks")) {
            var ready = collection.equals("tasks") ? READY : OPEN;
            var sort = collection.equals("tasks") ? "-ready_at" : "-ordered_at";
            list(collection + ", newest first", least, agent, collection, "", sort);
            list(collection + ", last changed first", least, agent, collection, "", "-updated_at");
            list(collection + ", open", least, agent, collection, ready, sort);
            list(collection + ", open, administrator", least, administrator, collection, ready, sort);
            round.work(collection + ", requester", least, _ -> requester.get("/" + collection));
            round.page(collection + " (HTML)", _ -> agent.page("/" + collection + "?filter=" + Asking.encode(ready)));
        }
        list("request-items, soonest expected", least, agent, "request-items", OPEN, "expected_at");
        list("request-items, late", least, agent, "request-items", OPEN + " expected_at<today", "-ordered_at");
        for (var collection : List.of("request-items", "tasks")) {
            var ready = collection.equals("tasks") ? READY : OPEN;
            round.work(
                    collection + ", open of a group",
                    least,
                    random -> agent.get("/" + collection + "?filter="
                            + Asking.encode("group:" + Round.any(random, people.groups()) + " " + ready)));
            list(collection + ", of my groups", least, agent, collection, "group:mygroups " + ready, "");
        }
        round.work("tasks, mine", least, _ -> agent.get("/tasks?filter=" + Asking.encode("assignee:me " + READY)));
        round.work("requests, counted up to 10,000", 0, _ -> administrator.get("/requests?limit=1&count=true"));
    }

    /// Its first page, and any of the first twenty.
    private void list(String name, double least, Asking who, String collection, String filter, String sort) {
        var address = "/" + collection + "?filter=" + Asking.encode(filter) + (sort.isEmpty() ? "" : "&sort=" + sort);
        round.work(name, least, _ -> who.get(address));
        var pages = round.pages(who, address);
        if (pages.size() > 1) {
            round.work(name + ", any page", least, random -> who.get(Round.any(random, pages)));
        }
    }
}
