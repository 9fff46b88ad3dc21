package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An administrator builds flows in the browser, and others go by them.
@MainstayTest
class FlowJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String code = "flow" + UUID.randomUUID().toString().substring(0, 8);
    private Api api;
    private Shop shop;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
        api = new Api(port, "ada");
        shop = new Shop(api);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void builds(Window ada) {
        ada.open("/flows/new").page().locator("#f-number").fill(code);
        ada.fill("Name", "Desk " + code);
        ada.press("Create").shows("Publish");
        ada.open("/flows/" + code + "/designer").reads("No steps yet");
        adds(ada, "task");
        ada.page().locator("#f-name").fill("Bring the desk");
        ada.fill("Group", "Network").press("Save").reads("Bring the desk");
        adds(ada, "wait_for_message");
        ada.page().locator("#f-name").fill("Wait for the chair");
        ada.page().locator("#f-message").fill("chair");
        ada.press("Save").reads("Wait for the chair");
        adds(ada, "task");
        ada.page().locator("#f-name").fill("Show it");
        ada.press("Save").reads("Show it");
    }

    private void adds(Window ada, String kind) {
        ada.page().locator(".flow-add [name=kind]").selectOption(kind);
        ada.press("Add step");
    }

    private void publishes(Window ada) {
        ada.press("Publish");
        ada.fill("What is new", "The first").press("Publish").reads("published this");
    }

    /// @return number of the request item
    private String ordered() {
        var item = shop.item("Desk " + code, "\"flow\":\"%s\"".formatted(code));
        var request = Shop.number(api.as("max").post("/catalog-items/" + item + "/order", "{}"));
        return Shop.text(shop.items(api, request).getFirst(), "number");
    }

    @Test
    void aFlowIsBuiltAndWhatIsOrderedGoesByIt() {
        try (var ada = Window.of(port, "ada", Look.DESK)) {
            builds(ada);
            ada.press("Move up: Show it");
            assertThat(ada.page().locator(".flow-lines > li").nth(1)).containsText("Show it");
            ada.press("Move down: Show it");
            assertThat(ada.page().locator(".flow-lines > li").nth(2)).containsText("Show it");
            publishes(ada);
            ada.open("/flows/" + code + "/designer").reads("Version 1 is in force");
        }
        var item = ordered();
        try (var nina = Window.of(port, "nina", Look.DESK)) {
            standsAt(nina, item, "Bring the desk");
            nina.page().locator(".flow-facts a").first().click();
            nina.press("Complete").page().waitForURL("**/actions/complete");
            nina.press("Complete").is("Done");
            standsAt(nina, item, "Wait for the chair");
            nina.settled();
        }
        try (var max = Window.of(port, "max", Look.PHONE)) {
            max.open("/catalog/requests/" + item).reads("Wait for the chair");
            assertThat(max.page().locator(".flow-canvas")).isHidden();
            max.page().locator(".flow-diagram summary").click();
            assertThat(max.page().locator(".flow-badge-now")).hasText("● You are here");
            max.settled();
        }
    }

    /// Once it has come there.
    private void standsAt(Window window, String item, String step) {
        var now = window.page().locator(".stages > li[data-standing=now] > .stage-title");
        for (int i = 0; i < 40; i++) {
            window.open("/request-items/" + item + "/flow");
            if (now.count() == 1 && now.innerText().equals(step)) {
                assertThat(window.page().locator(".flow-badge-now")).isVisible();
                assertThat(window.page().locator(".bjs-powered-by")).isVisible();
                return;
            }
            window.page().waitForTimeout(250);
        }
        assertThat(now).hasText(step);
    }

    @Test
    void itIsBuiltWithoutScriptsToo() {
        try (var ada = Window.of(port, "ada", Look.WITHOUT_SCRIPTS)) {
            builds(ada);
            publishes(ada);
        }
        var item = ordered();
        try (var sam = Window.of(port, "sam", Look.WITHOUT_SCRIPTS)) {
            sam.open("/request-items/" + item + "/flow").reads("Show it").reads("To come");
            assertThat(sam.page().locator(".flow-diagram")).isHidden();
        }
    }

    @Test
    void aBranchIsDrawnAndPublished() {
        try (var ada = Window.of(port, "ada", Look.DESK)) {
            builds(ada);
            ada.press("Draw as a diagram");
            chooses(ada, "Bring the desk (Task)");
            tool(ada, "branch");
            panel(ada, "name").fill("Brought?");
            tool(ada, "end_nothing");
            chooses(ada, "Brought? (Branch) → End for nothing");
            panel(ada, "of").selectOption(new SelectOption().setLabel("Bring the desk (Task)"));
            panel(ada, "outcome").fill("skipped");
            chooses(ada, "Brought? (Branch) → Wait for the chair (Wait for a message)");
            panel(ada, "standard").check();
            ada.reads("Changed, not saved").press("Save").reads("Never published");
            assertThat(ada.page().locator("[data-fault]")).hasCount(0);
            chooses(ada, "Brought? (Branch) → End for nothing");
            assertThat(panel(ada, "outcome")).hasValue("skipped");
            publishes(ada);
            ada.open("/flows/" + code + "/designer").reads("It is changed in the diagram");
        }
        var document = api.get("/flows/" + code).is(200).json().get("document").asString();
        assertThat(document).contains("<mainstay:detail name=\"outcome\">skipped</mainstay:detail>");
        var item = ordered();
        var task = task(item);
        api.post("/tasks/" + task + "/skip", "{\"reason\":\"No desks\"}").is(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(api.get("/request-items/" + item)
                                .json()
                                .get("state")
                                .asString())
                        .isEqualTo("cancelled"));
    }

    private String task(String item) {
        org.awaitility.Awaitility.await().until(() -> !shop.tasks(api, item).isEmpty());
        return Shop.text(shop.tasks(api, item).getFirst(), "number");
    }

    @Test
    void whatIsWrongIsMarkedAndAPhoneIsWideEnoughAtNight() {
        try (var ada = Window.of(port, "ada", Look.DESK)) {
            builds(ada);
            ada.press("Draw as a diagram");
            chooses(ada, "Show it (Task)");
            panel(ada, "group").fill("no such group");
            ada.press("Save").reads("To be put right before publishing");
            assertThat(ada.page().locator(".flow-faulty")).hasCount(1);
        }
        try (var ada = Window.of(port, "ada", Look.PHONE.in(ColorScheme.DARK).in("de"))) {
            ada.open("/flows/" + code + "/diagram")
                    .page()
                    .locator("[data-fault]")
                    .click();
            assertThat(panel(ada, "group")).hasValue("no such group");
            ada.settled();
            ada.open("/flows/" + code + "/designer").settled();
        }
    }

    private static void chooses(Window window, String element) {
        window.page()
                .locator(".flow-elements button")
                .getByText(element, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void tool(Window window, String name) {
        window.page().locator("[data-tool=" + name + "]").click();
    }

    private static Locator panel(Window window, String field) {
        return window.page().locator(".flow-panel [name=" + field + "]");
    }
}
