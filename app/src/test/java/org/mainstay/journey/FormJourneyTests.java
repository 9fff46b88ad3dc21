package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An administrator builds a form in the browser and looks at it as somebody else.
@MainstayTest
class FormJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String code = "form" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    @Test
    void aFormIsBuiltTriedAndPublished() {
        try (var ada = Window.of(port, "ada", Look.DESK)) {
            builds(ada);
            var preview = ada.page().locator("#preview");
            var why = preview.locator("[data-question=why]");
            assertThat(why).isHidden();
            preview.getByLabel("Pro").check();
            assertThat(why).isVisible();
            assertThat(why.locator(".needed")).isVisible();
            preview.getByLabel("Air").check();
            assertThat(why).isHidden();
            preview.getByLabel("Pro").check();
            ada.press("Check the answers").reads("An answer is needed.");
            preview.getByLabel("Why").fill("For films");
            ada.press("Check the answers").reads("These answers may stand.").reads("450.00 EUR");
            refusesAConditionAtItsPlace(ada);
            ada.press("Publish");
            ada.fill("What is new", "The first").press("Publish").reads("published it");
            ada.open("/forms/" + code + "/design").reads("Revision 1 is published");
        }
    }

    @Test
    void itIsBuiltWithoutScriptsToo() {
        try (var ada = Window.of(port, "ada", Look.WITHOUT_SCRIPTS)) {
            builds(ada);
            var preview = ada.page().locator("#preview");
            assertThat(preview.locator("[data-question=why]")).isHidden();
            preview.getByLabel("Pro").check();
            ada.press("Check the answers").reads("An answer is needed.");
            assertThat(preview.locator("[data-question=why]")).isVisible();
            preview.getByLabel("Why").fill("For films");
            ada.press("Check the answers").reads("These answers may stand.");
        }
    }

    @Test
    void aPhoneIsWideEnoughAtNight() {
        try (var ada = Window.of(port, "ada", Look.DESK)) {
            builds(ada);
        }
        try (var ada = Window.of(port, "ada", Look.PHONE.in(ColorScheme.DARK))) {
            ada.open("/forms/" + code + "/design?edit=0.0").reads("As it looks").settled();
        }
    }

    private void builds(Window ada) {
        ada.open("/forms/new").page().locator("#f-number").fill(code);
        ada.fill("Name", "Laptop " + code);
        ada.press("Create").shows("Publish");
        ada.open("/forms/" + code + "/design").press("Add a section");
        editor(ada).getByLabel("Label", exactly()).fill("Device");
        editor(ada).getByLabel("Code").fill("device");
        ada.press("Save");
        adds(ada, "choice");
        editor(ada).getByLabel("Label", exactly()).fill("Model");
        editor(ada).getByLabel("Code").fill("model");
        editor(ada).getByLabel("Options").fill("air | Air\npro | Pro | Profi | 450 EUR");
        ada.press("Save");
        adds(ada, "text");
        editor(ada).getByLabel("Label", exactly()).fill("Why");
        editor(ada).getByLabel("Code").fill("why");
        editor(ada).getByLabel("Shown when").fill("model:pro");
        editor(ada).getByLabel("Needed when").fill("model:pro");
        ada.press("Save").reads("Shown when: model:pro");
    }

    private static void refusesAConditionAtItsPlace(Window ada) {
        ada.press("Edit: Why");
        editor(ada).getByLabel("Shown when").fill("modell:pro");
        ada.press("Save");
        assertThat(editor(ada).locator(".wrong .input-error")).containsText("modell");
        assertThat(editor(ada).getByLabel("Shown when")).hasValue("modell:pro");
        ada.press("Cancel");
        ada.press("Remove: Model").reads("model");
        assertThat(ada.page().locator("[role=alert]").first()).containsText("why · Shown when");
    }

    private static Locator editor(Window ada) {
        return ada.page().locator("#editor");
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static void adds(Window ada, String kind) {
        ada.page()
                .locator("select[name=kind]", new Page.LocatorOptions())
                .first()
                .selectOption(kind);
        ada.press("Add a question");
    }
}
