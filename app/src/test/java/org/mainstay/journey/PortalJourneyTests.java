package org.mainstay.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
}
