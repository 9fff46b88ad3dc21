package org.mainstay.bench;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainstay.bench.Work.Figure;
import tools.jackson.databind.json.JsonMapper;

/// The works of the budget, each asked over HTTP, as an agent of one of twenty customers where nothing
/// else is said.
final class Works {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String OPEN = "state:new,in_progress,on_hold";
    private static final String TYPED = "Scanner loses its session between aisles";
    private static final int RECORDS = 300;
    private static final double PAGE = 5;
    private static final double STATS = 2_000;

    private final Product product;
    private final Bench.People people;
    private final Limit limit;
    private final double seconds;
    private final Asking agent;
    private final Asking requester;
    private final Asking administrator;
    private final AtomicLong count = new AtomicLong();
    private final Load load = new Load();
    private final List<Work> works = new ArrayList<>();

    Works(Product product, Bench.People people, Limit limit, double seconds) {
        this.product = product;
        this.people = people;
        this.limit = limit;
        this.seconds = seconds;
        agent = asking(people.agentToken(), people.agentName());
        requester = asking(people.requesterToken(), people.requesterName());
        administrator = asking(people.adminToken(), people.adminName());
    }

    private Asking asking(String token, String name) {
        var cookie = new SignIn(product.address()).cookie(name, Product.PASSWORD);
        return new Asking(product.address(), token, cookie);
    }

    Map<String, Figure> measure() {
        double small = limit.http(1_500);
        double large = limit.http(60_000);
        writing(small);
        reading(small, large);
        searching();
        pages();
        works.forEach(it -> it.warmUp(load));
        var figures = new LinkedHashMap<String, Figure>();
        works.forEach(it -> {
            var figure = it.measure(product, load, seconds);
            figures.put(it.name(), figure);
            System.err.println(it.name() + " " + figure);
        });
        return figures;
    }

    private void writing(double bare) {
        work(
                "create",
                limit.database("create") + bare,
                random -> agent.post("/incidents", """
                {"title":"Printer on floor 3 jams %d","description":"Since this morning every second page is crumpled.",
                "impact":"medium","urgency":"low","group":"%s","caller":"%s"}""".formatted(
                                count.incrementAndGet(), any(random, people.groups()), any(random, people.callers()))));
        double update = limit.database("update") + bare;
        work("hold with a comment, resume (in turn)", update, new Turns(agent, people.workNumbers())::next);
        work(
                "comment",
                update,
                random -> agent.post("/incidents/" + any(random, people.agentNumbers()) + "/comments", """
                        {"text":"Waiting for the supplier.","internal":false}"""));
        work(
                "edit the description",
                update,
                random -> agent.patch(
                        "/incidents/" + any(random, people.workNumbers()),
                        "{\"description\":\"Seen again " + random.nextLong() + "\"}"));
    }

    private void reading(double bareSmall, double bareLarge) {
        work(
                "read",
                limit.database("read") + bareSmall,
                random -> agent.get("/incidents/" + any(random, people.agentNumbers())));
        double list = limit.database("list") + bareLarge;
        work("open ones of a group, first page", list, random -> agent.get(list(any(random, people.groups()), "")));
        var pages = pagesOfGroups();
        work("open ones of a group, any page", list, random -> agent.get(any(random, pages)));
        work("all an agent sees, by priority and age", list, _ -> agent.get("/incidents"));
        work("all an agent sees, newest first", list, _ -> agent.get("/incidents?sort=-opened_at"));
        work("all an agent sees, last changed first", list, _ -> agent.get("/incidents?sort=-updated_at"));
        work("open ones, administrator", list, _ -> administrator.get("/incidents?filter=" + Asking.encode(OPEN)));
        work("the requester's twelve", list, _ -> requester.get("/incidents"));
    }

    private void searching() {
        filter("rare word", agent, people.rareWord());
        filter("rare word, administrator", administrator, people.rareWord());
        filter("common word", agent, people.commonWord());
        filter("of a department, open", agent, "caller.department:Sales " + OPEN);
        work(
                "of the last days, grave, a common word",
                0,
                random -> agent.get("/incidents?filter="
                        + Asking.encode(
                                "opened_at>-" + random.nextInt(10, 300) + "d priority<=2 " + people.commonWord())));
        work(
                "open ones of a group, counted",
                0,
                random -> agent.get(list(any(random, people.groups()), "&count=true&limit=1")));
        work("all, counted up to 10,000", 0, _ -> administrator.get("/incidents?limit=1&count=true"));
        works.add(new Work(
                "stats by two choices, administrator",
                0,
                STATS,
                _ -> administrator.get("/incidents/stats?group_by=priority,state&measure=count")));
    }

    private void pages() {
        page(
                "list page (HTML)",
                random -> agent.page(
                        "/incidents?filter=" + Asking.encode("group:" + any(random, people.groups()) + " " + OPEN)));
        page("record page (HTML)", random -> agent.page("/incidents/" + any(random, people.agentNumbers())));
        page("home page (HTML)", _ -> agent.page("/"));
        page("counts of the tabs (HTML)", _ -> agent.part("/incidents/tabs"));
        page(
                "list by groups (HTML)",
                random -> agent.page("/incidents?group=state&filter="
                        + Asking.encode("group:" + any(random, people.groups()) + " " + OPEN)));
        page("preview (HTML)", random -> agent.part("/incidents/" + any(random, people.agentNumbers()) + "/preview"));
        page("similar while typing (HTML)", _ -> agent.part("/incidents/similar?title=" + Asking.encode(TYPED)));
        var similar = similar();
        page("similar on a record (HTML)", random -> agent.part(any(random, similar)));
        page("notifications (HTML)", _ -> agent.page("/notifications"));
        page("portal (HTML), requester", _ -> requester.page("/portal"));
        dashboards();
    }

    /// Any tile of the dashboards that a new installation has, asked for by the administrator: each has all incidents
    /// before it.
    private void dashboards() {
        page("dashboard (HTML)", _ -> administrator.page("/dashboards/DSH0000001"));
        var listed = load.body(administrator.get("/tiles?limit=200&fields=number"));
        var tiles = new ArrayList<String>();
        MAPPER.readTree(listed)
                .get("items")
                .forEach(it -> tiles.add(it.get("number").stringValue()));
        works.add(new Work(
                "any tile, administrator (HTML)",
                0,
                STATS,
                random -> administrator.page("/tiles/" + any(random, tiles))));
    }

    /// Where the pages of some records get what is similar from.
    private List<String> similar() {
        var link = Pattern.compile("hx-get=\"(/incidents/[^\"]+/similar[^\"]*)\"");
        return people.agentNumbers().stream()
                .limit(RECORDS)
                .map(it -> link.matcher(load.body(agent.page("/incidents/" + it))))
                .filter(Matcher::find)
                .map(it -> it.group(1))
                .toList();
    }

    private void filter(String name, Asking who, String text) {
        work(name, 0, _ -> who.get("/incidents?filter=" + Asking.encode(text)));
    }

    private void work(String name, double limitCpu, Function<RandomGenerator, HttpRequest> request) {
        works.add(new Work(name, limitCpu, 0, request));
    }

    private void page(String name, Function<RandomGenerator, HttpRequest> request) {
        works.add(new Work(name, 0, PAGE, request));
    }

    private static String list(String group, String more) {
        return "/incidents?sort=priority,-opened_at&filter=" + Asking.encode("group:" + group + " " + OPEN) + more;
    }

    /// Pages of the groups' lists, as deep as twenty.
    private List<String> pagesOfGroups() {
        var pages = new ArrayList<String>();
        for (var group : people.groups()) {
            var cursor = "";
            for (int page = 0; page < 20; page++) {
                var address = list(group, cursor.isEmpty() ? "" : "&cursor=" + Asking.encode(cursor));
                pages.add(address);
                var next = MAPPER.readTree(load.body(agent.get(address))).get("next");
                if (next == null || next.isNull()) {
                    break;
                }
                cursor = next.stringValue();
            }
        }
        return pages;
    }

    private static String any(RandomGenerator random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
