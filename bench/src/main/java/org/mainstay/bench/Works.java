package org.mainstay.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final double STATS = 2_000;

    private final Bench.People people;
    private final Limit limit;
    private final Asking agent;
    private final Asking requester;
    private final Asking administrator;
    private final AtomicLong count = new AtomicLong();
    private final Round round;

    Works(Product product, Bench.People people, Limit limit, double seconds) {
        this.people = people;
        this.limit = limit;
        round = new Round(product, seconds);
        agent = round.asking(people.agentName(), people.agentToken());
        requester = round.asking(people.requesterName(), people.requesterToken());
        administrator = round.asking(people.adminName(), people.adminToken());
    }

    Map<String, Figure> measure() {
        double small = limit.http(1_500);
        double large = limit.http(60_000);
        writing(small);
        reading(small, large);
        searching();
        pages();
        return round.measure();
    }

    private void writing(double bare) {
        round.work(
                "create",
                limit.database("create") + bare,
                random -> agent.post("/incidents", """
                {"title":"Printer on floor 3 jams %d","description":"Since this morning every second page is crumpled.",
                "impact":"medium","urgency":"low","group":"%s","caller":"%s"}""".formatted(
                                count.incrementAndGet(),
                                Round.any(random, people.groups()),
                                Round.any(random, people.callers()))));
        double update = limit.database("update") + bare;
        round.work("hold with a comment, resume (in turn)", update, new Turns(agent, people.workNumbers())::next);
        round.work(
                "comment",
                update,
                random -> agent.post("/incidents/" + Round.any(random, people.agentNumbers()) + "/comments", """
                        {"text":"Waiting for the supplier.","internal":false}"""));
        round.work(
                "edit the description",
                update,
                random -> agent.patch(
                        "/incidents/" + Round.any(random, people.workNumbers()),
                        "{\"description\":\"Seen again " + random.nextLong() + "\"}"));
    }

    private void reading(double bareSmall, double bareLarge) {
        round.work(
                "read",
                limit.database("read") + bareSmall,
                random -> agent.get("/incidents/" + Round.any(random, people.agentNumbers())));
        double list = limit.database("list") + bareLarge;
        round.work(
                "open ones of a group, first page",
                list,
                random -> agent.get(list(Round.any(random, people.groups()), "")));
        var pages = pagesOfGroups();
        round.work("open ones of a group, any page", list, random -> agent.get(Round.any(random, pages)));
        round.work("all an agent sees, by priority and age", list, _ -> agent.get("/incidents"));
        round.work("all an agent sees, newest first", list, _ -> agent.get("/incidents?sort=-opened_at"));
        round.work("all an agent sees, last changed first", list, _ -> agent.get("/incidents?sort=-updated_at"));
        round.work(
                "open ones, administrator", list, _ -> administrator.get("/incidents?filter=" + Asking.encode(OPEN)));
        round.work("the requester's twelve", list, _ -> requester.get("/incidents"));
    }

    private void searching() {
        filter("rare word", agent, people.rareWord());
        filter("rare word, administrator", administrator, people.rareWord());
        filter("common word", agent, people.commonWord());
        filter("of a department, open", agent, "caller.department:Sales " + OPEN);
        round.work(
                "of the last days, grave, a common word",
                0,
                random -> agent.get("/incidents?filter="
                        + Asking.encode(
                                "opened_at>-" + random.nextInt(10, 300) + "d priority<=2 " + people.commonWord())));
        round.work(
                "open ones of a group, counted",
                0,
                random -> agent.get(list(Round.any(random, people.groups()), "&count=true&limit=1")));
        round.work("all, counted up to 10,000", 0, _ -> administrator.get("/incidents?limit=1&count=true"));
        round.add(new Work(
                "stats by two choices, administrator",
                0,
                STATS,
                _ -> administrator.get("/incidents/stats?group_by=priority,state&measure=count")));
    }

    private void pages() {
        round.page(
                "list page (HTML)",
                random -> agent.page("/incidents?filter="
                        + Asking.encode("group:" + Round.any(random, people.groups()) + " " + OPEN)));
        round.page(
                "record page (HTML)", random -> agent.page("/incidents/" + Round.any(random, people.agentNumbers())));
        round.page("home page (HTML)", _ -> agent.page("/"));
        round.page("counts of the tabs (HTML)", _ -> agent.part("/incidents/tabs"));
        round.page(
                "list by groups (HTML)",
                random -> agent.page("/incidents?group=state&filter="
                        + Asking.encode("group:" + Round.any(random, people.groups()) + " " + OPEN)));
        round.page(
                "preview (HTML)",
                random -> agent.part("/incidents/" + Round.any(random, people.agentNumbers()) + "/preview"));
        round.page("similar while typing (HTML)", _ -> agent.part("/incidents/similar?title=" + Asking.encode(TYPED)));
        var similar = similar();
        round.page("similar on a record (HTML)", random -> agent.part(Round.any(random, similar)));
        round.page("notifications (HTML)", _ -> agent.page("/notifications"));
        round.page("portal (HTML), requester", _ -> requester.page("/portal"));
        dashboards();
    }

    /// Any tile of the dashboards that a new installation has, asked for by the administrator: each has all incidents
    /// before it.
    private void dashboards() {
        round.page("dashboard (HTML)", _ -> administrator.page("/dashboards/DSH0000001"));
        var tiles = round.numbers(administrator.get("/tiles?limit=200&fields=number"));
        round.add(new Work(
                "any tile, administrator (HTML)",
                0,
                STATS,
                random -> administrator.page("/tiles/" + Round.any(random, tiles))));
    }

    /// Where the pages of some records get what is similar from.
    private List<String> similar() {
        var link = Pattern.compile("hx-get=\"(/incidents/[^\"]+/similar[^\"]*)\"");
        return people.agentNumbers().stream()
                .limit(RECORDS)
                .map(it -> link.matcher(round.load().body(agent.page("/incidents/" + it))))
                .filter(Matcher::find)
                .map(it -> it.group(1))
                .toList();
    }

    private void filter(String name, Asking who, String text) {
        round.work(name, 0, _ -> who.get("/incidents?filter=" + Asking.encode(text)));
    }

    private static String list(String group, String more) {
        return "/incidents?sort=priority,-opened_at&filter=" + Asking.encode("group:" + group + " " + OPEN) + more;
    }

    /// Pages of the groups' lists, as deep as twenty.
    private List<String> pagesOfGroups() {
        return people.groups().stream()
                .flatMap(it -> round.pages(agent, list(it, "")).stream())
                .toList();
    }
}
