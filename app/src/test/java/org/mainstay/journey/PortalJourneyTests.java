package org.mainstay.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

/// Somebody who needs help once a month, on a phone: from the report to the confirmation.
@MainstayTest
class PortalJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Api sam;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
        sam = new Api(port, "sam");
    }

    private void does(String number, String action, String answers) {
        sam.post("/incidents/" + number + "/" + action, answers).is(200);
    }

    private static String number(Window window) {
        return window.path().replaceAll(".*/incidents/|#.*", "");
    }

    private void reportedAnsweredReopenedAndConfirmed(Look look) {
        var who = cast.userName(cast.newcomer());
        try (var theirs = Window.of(port, who, look)) {
            theirs.open("/").reads("Nothing is open").settled();
            theirs.press("Report a problem").fill("What does not work?", "The label printer is silent");
            theirs.fill("What happened?", "It says *E7*.")
                    .press("Send")
                    .reads("Received")
                    .settled();
            var number = number(theirs);
            does(number, "take", "{}");
            does(number, "hold", "{\"hold_reason\":\"awaiting_caller\",\"comment\":\"Which printer is it?\"}");

            theirs.open("/").reads("Waiting for you").settled();
            theirs.open("/portal/incidents/" + number)
                    .reads("We need something from you")
                    .reads("Which printer is it?");
            theirs.fill("Your reply", "The one in the loading bay.").press("Send reply");
            theirs.reads("Being worked on").reads("loading bay").settled();
            does(number, "resolve", "{\"resolution_code\":\"fixed\",\"resolution\":\"Restarted the queue.\"}");

            theirs.open("/portal/incidents/" + number)
                    .reads("Does it work for you again?")
                    .reads("Restarted the queue.");
            theirs.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("It is still broken"))
                    .click();
            theirs.fill("What is still broken?", "Still silent").press("Tell us");
            theirs.reads("Being worked on").reads("Still silent").settled();
            does(number, "resolve", "{\"resolution_code\":\"fixed\",\"resolution\":\"Replaced the cable.\"}");

            theirs.open("/portal/incidents/" + number)
                    .press("It works again")
                    .reads("This is done.")
                    .settled();
            theirs.open("/portal/incidents?closed=true")
                    .reads("The label printer is silent")
                    .settled();
        }
    }

    @Test
    void aRequesterGetsHelpOnAPhone() {
        reportedAnsweredReopenedAndConfirmed(Look.PHONE);
    }

    @Test
    void aRequesterGetsHelpWithoutScriptsInTheDark() {
        var phone = Look.WITHOUT_SCRIPTS;
        reportedAnsweredReopenedAndConfirmed(new Look(390, 844, ColorScheme.DARK, phone.scripts(), phone.language()));
    }

    @Test
    void whatWasReportedAlreadyIsSeenWhileTyping() {
        var who = cast.userName(cast.newcomer());
        new Api(port, who)
                .post("/incidents", "{\"title\":\"The zebrascanner jams\"}")
                .is(201);
        try (var theirs = Window.of(port, who, Look.PHONE)) {
            theirs.open("/portal/report");
            theirs.field("What does not work?").pressSequentially("zebrascanner jams again");
            theirs.reads("Is it one of these?").settled();
            theirs.press("Send").reads("Received");
        }
    }

    private String outage(String text) {
        var ada = new Api(port, "ada");
        var number = ada.post("/incidents", "{\"title\":\"Hidden\",\"status_text\":\"" + text + "\"}")
                .is(201)
                .json()
                .get("number")
                .stringValue();
        ada.post("/incidents/" + number + "/accept_major", "{}").is(200);
        return number;
    }

    private void knownFoundAndSaidInsteadOfReported(Look look) {
        var mark =
                "kiln" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x").substring(0, 8);
        var outage = outage("The " + mark + " is cold");
        var who = cast.userName(cast.newcomer());
        try (var theirs = Window.of(port, who, look)) {
            theirs.open("/").reads("The " + mark + " is cold").settled();
            theirs.fill("Search", mark)
                    .press("Search")
                    .reads("Nothing was found")
                    .settled();
            theirs.press("Report a problem").settled();
            theirs.press("Me too: The " + mark + " is cold")
                    .reads("You are affected")
                    .settled();
            theirs.open("/portal/incidents").reads("The " + mark + " is cold").settled();
            new Api(port, "ada")
                    .post("/incidents/" + outage + "/resolve", "{\"resolution_code\":\"fixed\",\"resolution\":\"Lit\"}")
                    .is(200);
            theirs.open("/portal").reads("You were affected").settled();
        }
    }

    @Test
    void whoeverFindsItKnownSaysMeTooOnAPhone() {
        knownFoundAndSaidInsteadOfReported(Look.PHONE);
    }

    @Test
    void whoeverFindsItKnownSaysMeTooWithoutScripts() {
        knownFoundAndSaidInsteadOfReported(new Look(390, 844, ColorScheme.DARK, false, "en"));
    }

    @Test
    void thePortalNeedsNoMouse() {
        var mark =
                "loom" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x").substring(0, 8);
        outage("The " + mark + " stands still");
        var who = cast.userName(cast.newcomer());
        try (var theirs = Window.of(port, who, Look.PHONE)) {
            var keys = new Keys(theirs.open("/portal"));
            keys.toButton("Me too: The " + mark + " stands still").press("Enter");
            theirs.reads("You are affected").settled();
            keys.to(theirs.page().locator(".portal-back")).press("Enter");
            theirs.reads("Service status");
            keys.to("Search").type(mark + "zz").press("Enter");
            theirs.reads("Nothing was found");
            keys.to(theirs.page().locator(".portal-begin a")).press("Enter");
            keys.to("What happened?").type("It fell over");
            keys.toButton("It is something else: send").press("Enter");
            theirs.reads("Received").reads("It fell over").settled();
        }
    }
}
