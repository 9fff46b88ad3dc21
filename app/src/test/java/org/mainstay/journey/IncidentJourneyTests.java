package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An incident from its report to its closure, and who sees what of it.
@MainstayTest
class IncidentJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    private Window report(Window window, String title) {
        window.press("Report an incident").fill("Title", title).press("Create");
        assertThat(window.page().locator("h1")).hasText(title);
        return window.is("New");
    }

    @Test
    void theDeskWorksItWithItsCallerUntilItIsClosed() {
        var caller = cast.userName(cast.newcomer());
        try (var sam = Window.of(port, Look.DESK);
                var theirs = Window.of(port, caller, Look.DESK)) {
            sam.open("/incidents").reads("Sign in");
            sam.fill("User name", "sam").fill("Password", "not the password").press("Sign in");
            sam.reads("do not fit")
                    .fill("Password", Cast.PASSWORD)
                    .press("Sign in")
                    .reads("Incidents");
            sam.press("Report an incident").fill("Title", "The label printer is silent");
            sam.fill("Caller", caller).press("Create").is("New").reads("Newcomer");
            sam.press("Take").reads("took this").press("Start work").is("In progress");
            sam.press("Put on hold").press("Put on hold").reads("This is needed.");
            sam.choose("Hold reason", "Awaiting caller").fill("Comment", "Which printer is it?");
            sam.press("What would change?")
                    .reads("What will change")
                    .press("Put on hold")
                    .is("On hold");

            theirs.open(sam.path()).reads("Which printer is it?");
            theirs.fill("Comment", "The one in the **loading bay**.")
                    .press("Comment")
                    .is("In progress");
            assertThat(theirs.page().locator(".prose strong")).hasText("loading bay");
            assertThat(theirs.page().getByLabel("Work note, only for those who work on it"))
                    .hasCount(0);

            sam.open(sam.path()).is("In progress").reads("The caller replied");
            sam.fill("Comment", "Its queue was stuck.").field("Work note").check();
            sam.press("Comment").reads("work note").press("Resolve").choose("Resolution code", "Fixed");
            sam.press("Resolve").reads("This is needed.");
            assertThat(sam.field("Resolution code")).hasValue("fixed");
            sam.fill("Resolution *", "Restarted the queue.").press("Resolve").is("Resolved");

            theirs.open(theirs.path())
                    .readsNot("queue was stuck")
                    .press("Reopen")
                    .fill("Reason", "Still silent");
            theirs.press("Reopen").is("In progress");
            sam.open(sam.path()).press("Resolve").choose("Resolution code", "Fixed");
            sam.fill("Resolution *", "Replaced the cable.").press("Resolve").is("Resolved");
            theirs.open(theirs.path()).press("Close").is("Closed");
            theirs.reads("closed this").settled();
        }
    }

    private static String number(Window window) {
        return window.path().replaceFirst("/incidents/", "");
    }

    @Test
    void theOtherOrganisationSeesNothingOfIt() {
        try (var sam = Window.of(port, "sam", Look.DESK);
                var olga = Window.of(port, "olga", Look.DESK)) {
            sam.open("/");
            var path = report(sam, "Zebrafink sings in the server room").path();
            olga.open("/incidents?filter=Zebrafink").reads("Nothing matches this filter");
            assertThat(olga.page().locator("h1 .count")).hasText("0");
            olga.open("/search?q=" + number(sam)).readsNot("Zebrafink sings");
            olga.open(path).reads("404").readsNot("Zebrafink");
            olga.open(path + "/edit").reads("404").readsNot("Zebrafink");
            olga.open("/").readsNot("Zebrafink");
        }
    }

    @Test
    void aFileIsAttachedAndComesBackAsItWas(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("Größe & 'Maß'.txt"), "äöü\nline", StandardCharsets.UTF_8);
        try (var max = Window.of(port, "max", Look.DESK)) {
            max.open("/incidents");
            report(max, "A file explains it").fill("Comment", "half a sentence");
            max.field("File to attach").setInputFiles(file);
            max.press("Attach").reads("Größe & 'Maß'.txt");
            assertThat(max.field("Comment")).hasValue("half a sentence");
            var download = max.page()
                    .waitForDownload(() ->
                            max.page().getByText("Größe & 'Maß'.txt").last().click());
            assertThat(Files.readString(download.path())).isEqualTo("äöü\nline");
            max.press("Remove Größe & 'Maß'.txt").reads("No files yet");
        }
    }

    @Test
    void linksAndWatchersChangeWithoutLeavingThePage() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/");
            report(sam, "The first of two");
            var first = number(sam);
            report(sam, "The second of two");
            sam.fill("Number of the record", "INC9999999").press("Link").reads("There is no such record");
            assertThat(sam.field("Number of the record")).hasValue("INC9999999");
            sam.fill("Number of the record", first).press("Link").reads("The first of two");
            sam.press("Watch this").shows("Remove Sam Lindqvist");
            sam.fill("Name or user name", "max").press("Add").shows("Remove Max Keller");
            sam.press("Remove Max Keller").shows("Remove Sam Lindqvist");
            sam.press("The first of two").reads("The second of two").settled();
        }
    }

    @Test
    void aRequesterReportsAndReadsOnAPhone() {
        try (var eve = Window.of(port, "eve", Look.PHONE)) {
            eve.open("/incidents").settled();
            report(
                            eve,
                            "Averylongwordwithoutanyblankinitwhichhappensinpathsandaddresses "
                                    .repeat(3)
                                    .strip())
                    .settled();
            eve.fill("Comment", "It began this morning.").press("Comment").reads("commented");
            eve.press("Navigation").press("Incidents").reads("Averylongword").settled();
            eve.press("Navigation").press("Home").reads("Averylongword").settled();
        }
    }

    @Test
    void theMainPathNeedsNoScripts() {
        try (var sam = Window.of(port, "sam", Look.WITHOUT_SCRIPTS)) {
            sam.open("/");
            report(sam, "Without scripts");
            sam.press("Take").reads("took this").press("Edit").fill("Description", "It is *plain*.");
            sam.press("Save")
                    .reads("It is plain.")
                    .fill("Comment", "Said without scripts")
                    .press("Comment");
            sam.reads("Said without scripts").press("Files, links and watchers").press("Watch this");
            sam.press("Resolve").choose("Resolution code", "Fixed").fill("Resolution *", "Done.");
            sam.press("Resolve").is("Resolved").press("Close").is("Closed");
            sam.open("/incidents?filter=stat:new")
                    .reads("There is no attribute stat")
                    .press("state");
            sam.reads("Incidents");
        }
    }
}
