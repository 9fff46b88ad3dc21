package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A problem manager looks for the cause of a problem and takes what was found along.
@MainstayTest
class CauseJourneyTests {

    private static final Fitness FITNESS = new Fitness();

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "b" + UUID.randomUUID().toString().substring(0, 8);
    private String problem = "";
    private String incident = "";

    @AfterAll
    static void end() {
        FITNESS.close();
    }

    @BeforeEach
    void thereIsAProblem() {
        cast.everybody();
        var paula = new Api(port, "paula");
        incident = number(
                paula.as("sam").post("/incidents", "{\"title\":\"Fire %s\",\"caller\":\"max\"}".formatted(mark)));
        problem = number(paula.post("/problems", "{\"title\":\"Paper burns %s\"}".formatted(mark)));
        paula.post("/problems/" + problem + "/link_incidents", "{\"incidents\":[\"" + incident + "\"]}")
                .is(200);
    }

    private static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    @Test
    void aCauseIsFoundAndTakenAlong() throws IOException {
        try (var paula = Window.of(port, "paula", Look.DESK)) {
            paula.open("/problems/" + problem).complete().press("Open the board");
            finds(paula);
            var download = paula.page().waitForDownload(() -> paula.press("Markdown"));
            assertThat(Files.readString(download.path()))
                    .contains("# " + problem, "**1 The paper is dry** (Confirmed", "Refuted", incident);
            paula.press("Document").reads("Root-cause analysis of " + problem).reads("It weighs nothing");
            paula.open("/problems/" + problem).complete().reads("1 confirmed");
        }
    }

    @Test
    void itIsFoundWithoutScriptsToo() {
        try (var paula = Window.of(port, "paula", Look.WITHOUT_SCRIPTS)) {
            paula.open("/problems/" + problem + "/causes");
            finds(paula);
        }
    }

    private void finds(Window paula) {
        adds(paula, "Ask why", "The paper is dry");
        adds(paula, "Ask why", "The printer is old");
        adds(paula, "Ask why: The paper is dry", "The room is heated");
        assertThat(paula.page().locator(".causes-tree .causes-tree")).containsText("The room is heated");
        paula.press("Evidence: The paper is dry");
        editor(paula).getByLabel("Or any record").fill(incident);
        editor(paula).getByLabel("What it shows").fill("It burnt here");
        paula.press("Add evidence").reads("It burnt here");
        paula.press("Confirm: The paper is dry");
        editor(paula).getByLabel("What shows it").fill("It weighs nothing");
        editor(paula)
                .getByText("Confirm", new Locator.GetByTextOptions().setExact(true))
                .click();
        paula.reads("Confirmed by Paula");
        paula.press("Refute: The printer is old");
        editor(paula).getByLabel("What shows it").fill("It is of last year");
        editor(paula)
                .getByText("Refute", new Locator.GetByTextOptions().setExact(true))
                .click();
        paula.reads("Refuted by Paula");
        paula.press("Use as the problem’s cause: The paper is dry").press("Say it on the problem");
        paula.reads("The problem says: The paper is dry");
        assertThat(paula.page().locator("#board .cause")).hasCount(3);
    }

    private static void adds(Window paula, String verb, String statement) {
        paula.press(verb);
        editor(paula).getByLabel("Because").fill(statement);
        paula.press("Add").reads(statement);
        assertThat(editor(paula)).hasCount(0);
    }

    private static Locator editor(Window paula) {
        return paula.page().locator("#editor");
    }

    @Test
    void theKeyboardIsEnough() {
        try (var paula = Window.of(port, "paula", Look.DESK)) {
            paula.open("/problems/" + problem + "/causes");
            paula.page().locator(".causes-effect .btn").focus();
            paula.page().keyboard().press("Enter");
            assertThat(editor(paula).getByLabel("Because")).isFocused();
            paula.page().keyboard().type("The paper is dry");
            paula.page().keyboard().press("Enter");
            assertThat(paula.page().locator(".cause-card")).isFocused();
        }
    }

    @Test
    void theBoardIsFitForEverybody() {
        try (var paula = Window.of(port, "paula", Look.DESK)) {
            paula.open("/problems/" + problem + "/causes");
            finds(paula);
        }
        var board = "/problems/" + problem + "/causes";
        var first = new Api(port, "paula")
                .get(board)
                .json()
                .at("/items/0/cause/number")
                .asString();
        FITNESS.check(
                port,
                "paula",
                board,
                board + "?do=create",
                board + "?at=" + first + "&do=evidence",
                board + "?at=" + first + "&do=move",
                board + "?at=" + first + "&do=reopen",
                board + "/document",
                "/problems/" + problem + "/cause-summary",
                "/causes",
                "/causes/" + first);
    }
}
