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
    void aSetOfQuestionsIsBuiltInTheSameWay() {
        try (var ada = Window.of(port, "ada", Look.DESK)) {
            buildsSet(ada);
            var preview = ada.page().locator("#preview");
            assertThat(preview.locator("[data-question=room]")).isHidden();
            preview.getByLabel("Office").check();
            assertThat(preview.locator("[data-question=room]")).isVisible();
            ada.press("Check the answers").reads("An answer is needed.");
            ada.press("Move up: Room").reads("place");
            assertThat(ada.page().locator("[role=alert]").first()).containsText("room · Shown when");
            ada.open("/question-sets/" + code + "/design").press("Remove: Room");
            assertThat(ada.page().locator(".designer-lines")).not().containsText("Room");
            builds(ada);
            ada.page().locator("select[name=set]").first().selectOption(code);
            ada.press("Add the set").reads("Place " + code);
            ada.open("/question-sets/" + code + "/design").reads("Forms that use it: 1");
        }
    }

    @Test
    void aSetIsBuiltWithoutScriptsToo() {
        try (var ada = Window.of(port, "ada", Look.WITHOUT_SCRIPTS)) {
            buildsSet(ada);
            ada.page().locator("#preview").getByLabel("Office").check();
            ada.press("Check the answers").reads("An answer is needed.");
        }
    }

    private void buildsSet(Window ada) {
        ada.open("/question-sets/new").page().locator("#f-number").fill(code);
        ada.fill("Name", "Place " + code);
        ada.press("Create");
        ada.open("/question-sets/" + code + "/design").reads("Forms that use it: 0");
        adds(ada, "choice");
        editor(ada).getByLabel("Label", exactly()).fill("Place");
        editor(ada).getByLabel("Code").fill("place");
        editor(ada).getByLabel("Options").fill("home | Home\noffice | Office | Büro");
        ada.press("Save");
        adds(ada, "text");
        editor(ada).getByLabel("Label", exactly()).fill("Room");
        editor(ada).getByLabel("Code").fill("room");
        editor(ada).getByLabel("Shown when").fill("place:office");
        editor(ada).getByLabel("Needed when").fill("place:office");
        ada.press("Save").reads("Shown when: place:office");
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
