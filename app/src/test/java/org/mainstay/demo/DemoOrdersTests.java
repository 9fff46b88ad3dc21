package org.mainstay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainstay.Mainstay;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.TestDatabase;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import tools.jackson.databind.JsonNode;

/// Everything that the demo company offers is ordered on a phone, decided on by those who are asked and done by those
/// whose tasks it makes, in either light.
class DemoOrdersTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Who comes to order; the first who may.
    private static final List<String> CAST = List.of("max", "eve", "otto", "lena.vogt", "signe.holm", "ada");

    private int port;
    private Api ada;
    private final Map<String, Window> windows = new HashMap<>();

    @Test
    void everyItemIsOrderedDecidedOnAndDone() {
        try (var context = SpringApplication.run(
                Mainstay.class,
                "--spring.datasource.url=" + TestDatabase.fresh(),
                "--spring.datasource.username=" + TestDatabase.USER,
                "--mainstay.demo=true",
                "--mainstay.demo-password=" + Cast.PASSWORD,
                "--mainstay.rate.per-second=0",
                "--server.port=0")) {
            port = ((WebServerApplicationContext) context).getWebServer().getPort();
            ada = new Api(port, "ada");
            var items = Shop.list(ada, "/catalog-items?filter=state:published&limit=200");
            assertThat(items).hasSizeGreaterThanOrEqualTo(25);
            boolean dark = false;
            for (var item : items) {
                dark = !dark;
                var number = Shop.text(item, "number");
                var who = CAST.stream()
                        .filter(it -> may(it, number))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nobody may order " + Shop.text(item, "name")));
                var request = ordered(who, number, dark ? ColorScheme.DARK : ColorScheme.LIGHT);
                await(Shop.text(item, "name")).atMost(PATIENCE).until(() -> decideAndDo(request));
            }
            windows.values().forEach(Window::close);
        }
    }

    private boolean may(String who, String item) {
        var told = ada.get("/catalog-items/" + item + "/entitlement?person=" + who);
        return told.status() == 200 && told.json().get("orders").booleanValue();
    }

    private Window window(String who) {
        return windows.computeIfAbsent(who, it -> Window.of(port, it, Look.PHONE));
    }

    /// @return number of the request
    private String ordered(String who, String item, ColorScheme theme) {
        var window = window(who).look(theme).open("/catalog/items/" + item);
        answer(window);
        window.settled();
        window.press("Order now");
        while (window.path().startsWith("/catalog/cart")) {
            var wrong = window.page()
                    .locator(".cart-line")
                    .filter(new Locator.FilterOptions().setHas(window.page().locator(".error")));
            if (wrong.count() == 0) {
                window.press("Order all of it");
            } else {
                wrong.first().getByText("Change the answers").click();
                answer(window);
                window.press("Save in the cart");
            }
        }
        window.settled();
        assertThat(window.path()).as(item).startsWith("/catalog/requests/");
        return window.path().replaceAll(".*/requests/|#.*", "");
    }

    /// Answers what has to be answered, as long as answers ask for more.
    private static void answer(Window window) {
        var asked = window.page().locator(".fill-question:not([hidden]):has(.needed:not([hidden]))");
        var done = new ArrayList<Object>();
        for (boolean more = true; more; ) {
            more = false;
            for (var code : (List<?>) asked.evaluateAll("all => all.map(it => it.dataset.question)")) {
                var question = window.page().locator("[data-question='" + code + "']");
                if (question.isVisible() && !done.contains(code)) {
                    done.add(code);
                    answer(question);
                    more = true;
                }
            }
        }
    }

    private static void answer(Locator question) {
        switch (question.getAttribute("data-kind")) {
            case "choice", "yes_no", "multi_choice" -> {
                var options = question.locator("input:visible");
                if (options.count() > 0) {
                    options.first().check();
                } else {
                    question.locator("select").selectOption(new SelectOption().setIndex(1));
                }
            }
            case "consent" -> question.locator("input[type=checkbox]").check();
            case "date" -> question.locator("input").fill(day(14));
            case "date_range" -> {
                question.locator("input").first().fill(day(14));
                question.locator("input").last().fill(day(28));
            }
            case "number", "money" -> question.locator("input").first().fill("1");
            case "person" -> question.locator("input").first().fill("sam");
            case "table" -> {
                for (var cell :
                        question.locator("tbody tr").first().locator("td").all()) {
                    if (cell.locator("select").count() > 0) {
                        cell.locator("select").selectOption(new SelectOption().setIndex(1));
                    } else if (cell.locator("input[list]").count() > 0) {
                        cell.locator("input").fill("sam");
                    } else {
                        cell.locator("input").fill("443");
                    }
                }
            }
            case "location" -> {}
            default -> question.locator("input, textarea").first().fill("As always");
        }
    }

    private static String day(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    /// Does what somebody can do for the request now.
    ///
    /// @return whether all of it is delivered
    private boolean decideAndDo(String request) {
        for (var item : Shop.list(ada, "/request-items?limit=200&filter=request:" + request)) {
            var number = Shop.text(item, "number");
            for (var approval : Shop.list(ada, "/approvals?filter=state:requested%20record:" + number)) {
                approval.get("waiting_for")
                        .forEach(it -> decide(Shop.text(it, "number"), Shop.text(approval, "number")));
            }
            for (var task : Shop.list(ada, "/tasks?filter=state:open,in_progress%20request_item:" + number)) {
                complete(task);
            }
            if (Shop.list(ada, "/tasks?filter=request_item:" + number).isEmpty()
                    && Shop.text(item, "state").equals("in_fulfilment")
                    && item.get("flow_version").isNull()) {
                act("sam", "/request-items/" + number, "Deliver", "Delivered");
            }
        }
        return Shop.list(ada, "/request-items?limit=200&filter=request:" + request).stream()
                .allMatch(it -> Shop.text(it, "state").equals("fulfilled"));
    }

    private void decide(String who, String approval) {
        if (Shop.text(ada.get("/approvals/" + approval).is(200).json(), "state").equals("requested")) {
            window(who).open("/portal/decisions/" + approval).press("Approve").settled();
        }
    }

    /// By somebody of its group.
    private void complete(JsonNode task) {
        var group = Shop.text(task.path("group"), "number");
        var members = ada.get("/groups/" + group).is(200).json().get("members");
        act(Shop.text(members.get(0), "number"), "/tasks/" + Shop.text(task, "number"), "Complete", "Done");
    }

    /// @param then what the record's page says afterwards
    private void act(String who, String path, String action, String then) {
        var window = window(who).open(path);
        window.press(action).reads("Comment");
        window.press(action).reads(then).settled();
    }
}
