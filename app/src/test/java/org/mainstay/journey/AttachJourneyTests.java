package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Files that are put into a comment while it is written.
@MainstayTest
class AttachJourneyTests {

    /// Hands a file to the comment as a paste does.
    private static final String PASTE = """
            (text, [name, type, bytes]) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
              text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }""";

    private static final int TOO_LARGE = 26 * 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    private String path;

    @BeforeEach
    void thereIsAnIncident() {
        cast.everybody();
        path = Reports.path(new Reports(store, cast).incident("With pictures", cast.max()));
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static void choose(Window window, String name, String type, byte[] content) {
        window.page().locator(".file-button input").setInputFiles(new FilePayload(name, type, content));
    }

    /// From the disk: what a test hands over as bytes goes through two pipes to the browser.
    private static Path tooLarge(Path file) throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(TOO_LARGE);
        }
        return file;
    }

    @Test
    void aPastedPictureIsSeenInTheComment() throws IOException {
        var bytes = picture();
        var numbers = new Object[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            numbers[i] = bytes[i] & 0xff;
        }
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path).fill("Comment", "It looks like this: ");
            sam.page().locator("#comment").evaluate(PASTE, new Object[] {"screen.png", "image/png", numbers});
            assertThat(sam.page().locator("#comment"))
                    .hasValue(Pattern.compile(
                            "It looks like this: !\\[screen\\.png]\\(" + path + "/attachments/[0-9a-f-]+/content\\)"));
            assertThat(sam.page().locator("#panel")).containsText("screen.png");
            sam.page().locator(".comment-form .btn-primary").click();
            assertThat(sam.page().locator(".timeline .prose img")).hasJSProperty("naturalWidth", 40);
            sam.settled();
        }
    }

    @Test
    void whatIsNotTakenIsSaidAndTheTextStays(@TempDir Path folder) throws IOException {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path).fill("Comment", "See ");
            choose(sam, "notes [1].txt", "text/plain", "one two".getBytes(StandardCharsets.UTF_8));
            assertThat(sam.page().locator("#comment"))
                    .hasValue(Pattern.compile("See \\[notes {2}1 \\.txt]\\(" + path + "/attachments/.*"));
            sam.fill("Comment", "Only words");
            sam.page().locator(".file-button input").setInputFiles(tooLarge(folder.resolve("film.bin")));
            assertThat(sam.page().locator(".uploads [role=alert]")).containsText("film.bin");
            assertThat(sam.page().locator("#comment")).hasValue("Only words");
            sam.settled();
        }
    }

    @Test
    void aFileOfAWorkNoteIsNotForTheCaller() throws IOException {
        try (var sam = Window.of(port, "sam", Look.DESK);
                var max = Window.of(port, "max", Look.DESK)) {
            sam.open(path);
            sam.page().locator("input[name=internal]").check();
            choose(sam, "secret.png", "image/png", picture());
            assertThat(sam.page().locator("#panel")).containsText("secret.png");
            sam.page().locator("input[name=internal]").uncheck();
            choose(sam, "open.png", "image/png", picture());
            assertThat(sam.page().locator("#panel")).containsText("open.png");
            max.open(path);
            assertThat(max.page().locator("#panel")).containsText("open.png");
            assertThat(max.page().locator("#panel")).not().containsText("secret.png");
            max.settled();
        }
    }
}
