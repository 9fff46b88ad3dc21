package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An incident leads to its cause, the cause to a change, the change to another incident, and that one to a review.
@MainstayTest
class ChangeStoryTests {

    /// A free time begins with the next minute.
    private static final Duration NEXT_MINUTE = Duration.ofSeconds(90);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "w" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;
    private String item = "";
    private String incident = "";
    private String problem = "";
    private String change = "";

    @BeforeEach
    void somethingIsBroken() {
        cast.everybody();
        ada = new Api(port, "ada");
        item = number(ada.post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"%s\"}".formatted(mark)));
        incident = number(ada.as("sam").post("/incidents", """
                {"title":"Labels are empty %s","caller":"max","configuration_item":"%s"}""".formatted(mark, item)));
        var policy = number(ada.post("/approval-policies", """
                {"name":"%s","record_type":"change","condition":"configuration_item:%s","stewards":"Network"}""".formatted(mark, item)));
        number(ada.post("/approval-steps", """
                {"name":"Agree","policy":"%s","approvers":"person","person":"nina"}""".formatted(policy)));
        var now = Instant.now();
        number(ada.as("carl").post("/changes", """
                {"title":"Patch %s","type":"normal","configuration_item":"%s","planned_start":"%s","planned_end":"%s"}""".formatted(
                        mark, item, now.minus(1, ChronoUnit.HOURS), now.minus(10, ChronoUnit.MINUTES))));
    }

    private static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    @Test
    void anIncidentIsTracedToItsCauseAndTheFixIsLookedAt() {
        try (var paula = Window.of(port, "paula", Look.DESK)) {
            findsTheCause(paula);
            tellsOfIt(paula);
        }
        try (var carl = Window.of(port, "carl", Look.DESK)) {
            plans(carl);
            decide();
            implementsIt(carl);
            learns(carl);
        }
        try (var paula = Window.of(port, "paula", Look.DESK)) {
            paula.open("/problems/" + problem).complete().reads("Failed");
        }
    }

    private void findsTheCause(Window paula) {
        paula.open("/incidents/" + incident).complete().press("Create problem from it");
        paula.press("Create problem").is("New");
        problem = paula.path().replaceAll("^/problems/|[?#].*$", "");
        paula.press("Assess").is("Assess").press("Analyse root cause").is("Root-cause analysis");
        paula.complete().press("Open the board").press("Ask why");
        editor(paula).getByLabel("Because").fill("The font is missing");
        paula.press("Add").reads("The font is missing").press("Confirm: The font is missing");
        editor(paula).getByLabel("What shows it").fill("The log says so");
        editor(paula)
                .getByText("Confirm", new Locator.GetByTextOptions().setExact(true))
                .click();
        paula.reads("Confirmed by Paula");
        paula.press("Use as the problem’s cause: The font is missing").press("Say it on the problem");
        paula.reads("The problem says: The font is missing");
    }

    private static Locator editor(Window paula) {
        return paula.page().locator("#editor");
    }

    private void tellsOfIt(Window paula) {
        paula.open("/problems/" + problem).complete().press("Create known error");
        paula.fill("Workaround", "Print from the old queue").press("Create").reads("The font is missing");
        paula.press("Publish").press("Publish").is("Published");
        paula.open("/problems/" + problem).complete().press("Create change");
        paula.complete().shows("Create change");
        change = new Api(port, "paula")
                .get("/problems/" + problem + "/changes")
                .json()
                .at("/items/0/record/number")
                .asString();
    }

    private void plans(Window carl) {
        carl.open("/changes/" + change + "/edit")
                .fill("Description", "The old queue goes")
                .fill("Implementation plan", "Install the font")
                .fill("Test plan", "Print a label")
                .fill("Back-out plan", "The old queue comes back")
                .fill("Planned start", minute(-30))
                .fill("Planned end", minute(30))
                .press("Save");
        carl.complete().reads("Same item").reads("Patch " + mark);
        carl.page().getByText("Plan for then").first().click();
        carl.complete().readsNot("Same item").press("Assess").is("Assess");
        carl.press("Request approval").is("Authorize");
    }

    /// As the fields for moments take it.
    private static String minute(int from) {
        return Instant.now().plus(from, ChronoUnit.MINUTES).toString().substring(0, 16);
    }

    private void decide() {
        var asked = ada.get("/changes/" + change + "/approvals")
                .is(200)
                .json()
                .at("/items/0/number")
                .asString();
        ada.as("nina").post("/approvals/" + asked + "/approve", "{}").is(200);
    }

    private void implementsIt(Window carl) {
        await().atMost(NEXT_MINUTE).until(() -> {
            carl.open("/changes/" + change).is("Scheduled");
            return carl.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Implement").setExact(true))
                    .isVisible();
        });
        carl.press("Implement").is("Implement").press("Finish");
        carl.choose("Outcome", "Failed")
                .fill("Comment", "Labels come out twice")
                .press("Finish");
        carl.is("Review");
    }

    private void learns(Window carl) {
        var after = number(ada.as("sam").post("/incidents", """
                {"title":"Labels come twice %s","caller":"max","configuration_item":"%s"}""".formatted(mark, item)));
        carl.open("/changes/" + change).complete().reads(after).press("Caused by the change");
        assertThat(carl.page().locator("[data-cause=true]")).containsText(after);
        carl.press("Close").press("Close").reads("Say what was learned");
        carl.fill("Post-implementation review", "Try fonts on one printer first")
                .press("Close")
                .is("Closed");
        assertThat(ada.get("/changes/" + change + "/incidents")
                        .json()
                        .at("/items/0/record/number")
                        .asString())
                .isEqualTo(after);
    }
}
