package org.mainstay.cmdb.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From a list of machines that somebody has to items, in the browser.
@MainstayTest
class MappingJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.formatted(mark).getBytes(StandardCharsets.UTF_8));
    }

    private static void means(Page page, String column, String attribute) {
        page.getByLabel("Means: " + column, new Page.GetByLabelOptions().setExact(true))
                .selectOption(attribute);
    }

    @Test
    void aListOfMachinesBecomesItems() {
        cast.everybody();
        var ada = new Api(port, "ada");
        var source = ada.post("/discovery/sources", "{\"name\":\"Lists %s\",\"kind\":\"file\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
        try (var window = Window.of(port, "ada", Look.DESK)) {
            window.open("/discovery-sources/" + source + "/deliver").press("New mapping");
            var page = window.page();
            window.fill("Name", "Machines " + mark);
            page.locator("#ci_class").selectOption("linux_server");
            page.locator("#file").setInputFiles(file("sample.csv", "Host,Number\nalder-%1$s,S-%1$s\n"));
            window.press("Look at the file").reads("alder-" + mark);
            means(page, "Host", "name");
            means(page, "Number", "serial_number");
            window.press("Look what it would become").reads("What the first records would become");
            page.locator("#file").setInputFiles(file("other.csv", "Host,Number\nbirch-%1$s,T-%1$s\n"));
            window.press("Look what it would become").reads("birch-" + mark);
            assertThat(page.getByLabel("Means: Host").inputValue())
                    .as("what was chosen stays")
                    .isEqualTo("name");
            window.press("Save").reads("Machines " + mark);
            window.open("/discovery-sources/" + source + "/deliver");
            page.locator("#file")
                    .setInputFiles(file("machines.csv", "Host,Number\nalder-%1$s,S-%1$s\nbirch-%1$s,T-%1$s\n"));
            window.press("Look what would become of it")
                    .reads("nothing is kept")
                    .shows("Take it");
            window.settled();
            assertThat(items(ada)).isZero();
            window.press("Take it").reads("Taken with Machines " + mark);
            await().until(() -> items(ada) == 2);
            window.open("/configuration-items?filter=serial_number:S-" + mark).reads("alder-" + mark);
        }
    }

    private int items(Api ada) {
        return ada.get("/configuration-items?filter=name~" + mark)
                .is(200)
                .json()
                .get("items")
                .size();
    }
}
