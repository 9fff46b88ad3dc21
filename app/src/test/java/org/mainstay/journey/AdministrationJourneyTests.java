package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Node;
import org.mainstay.testing.OwnInstallationTest;
import org.mainstay.testing.TestDatabase;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What administrators build in the browser: it holds at once, and moves to another installation as one text.
@OwnInstallationTest
class AdministrationJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    @Test
    void whatIsBuiltHoldsAtOnceAndMovesToAnEmptyInstallation(@TempDir Path folder) throws InterruptedException {
        var file = folder.resolve("configuration.yaml");
        try (var ada = Window.of(port, "ada", Look.DESK);
                var sam = Window.of(port, "sam", Look.DESK)) {
            buildsAFieldAndARule(ada);
            reports(sam.open("/"), "Bay 7");
            buildsAViewAndADashboard(ada);
            ada.open("/configuration");
            var text = ada.page().waitForDownload(() -> ada.press("Download"));
            text.saveAs(file);
            ada.settled();
        }
        try (var node = Node.on(TestDatabase.empty())) {
            node.ready().ask("cast");
            try (var ada = Window.of(node.port(), "ada", Look.DESK);
                    var sam = Window.of(node.port(), "sam", Look.DESK)) {
                ada.open("/configuration").field("File").setInputFiles(file);
                ada.press("Compare").reads("Loading bay").reads("Is created");
                ada.press("Apply");
                ada.reads("Take back");
                reports(sam.open("/"), "Bay 8");
                sam.open("/incidents");
                sam.page()
                        .locator(".tabs a", new Page.LocatorOptions().setHasText("Loading bays"))
                        .click();
                assertThat(sam.page().locator("tr[data-number]")).hasCount(1);
                ada.open("/configuration").field("File").setInputFiles(file);
                ada.press("Compare").readsNot("Is created").settled();
            }
        }
    }

    private static void buildsAFieldAndARule(Window ada) {
        ada.open("/administration").press("Custom fields").press("New custom field");
        ada.fill("Label *", "Loading bay").choose("Record type", "incident").choose("Kind", "Text");
        ada.press("Create").reads("loading_bay");
        ada.open("/assignment-rules/new").fill("Name", "Bays are the network's");
        ada.fill("Condition", "custom.loading_bay:any").fill("Group", "Network");
        ada.fill("Position", "1");
        assertThat(ada.field("Active")).isChecked();
        ada.press("Create").reads("Bays are the network's");
    }

    /// Says where it is and sees it routed.
    private static void reports(Window sam, String bay) {
        sam.open("/incidents/new").fill("Title", "It does not lift").fill("Loading bay", bay);
        sam.press("Create").is("New").reads(bay);
        assertThat(sam.page().locator("[data-attribute=group]").first()).containsText("Network");
    }

    private static void buildsAViewAndADashboard(Window ada) {
        ada.open("/incidents?filter=custom.loading_bay:any");
        ada.page()
                .locator("summary", new Page.LocatorOptions().setHasText("Save view"))
                .click();
        ada.fill("Name", "Loading bays").choose("Shared with", "everyone").press("Save as a new view");
        assertThat(ada.page().locator(".tabs a[aria-current]")).containsText("Loading bays");
        ada.open("/dashboards").press("New dashboard").fill("Title", "The bays");
        ada.choose("Shared with", "everyone").press("Create").press("Add a tile");
        ada.fill("Title", "By bay").choose("Shape", "bar").choose("Grouped by", "custom.loading_bay");
        ada.field("Which of them").fill("custom.loading_bay:any");
        ada.press("Save").press("Done").complete().reads("Bay 7");
    }
}
