package org.mainstay.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine's own browser, started once for each thread that asks, since Playwright keeps to the thread that made
/// it. Tests that ask for it are skipped where there
/// is none, but fail where everything is meant to be tested.
public final class Chromium {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /// Nothing but the pages under test: no sandbox needed, no calls home.
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /// What a page shows is waited for so long; on a busy machine it takes longer than Playwright is ready to wait.
    static final double PATIENCE = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private static final ThreadLocal<Browser> STARTED = ThreadLocal.withInitial(() -> start(executable()));

    private Chromium() {}

    /// Take a context of one's own from it: `browser().newContext(...)`.
    public static Browser browser() {
        return STARTED.get();
    }

    private static Browser start(Path executable) {
        var playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    private static Path executable() {
        var found = candidates().map(Path::of).filter(Files::isExecutable).findFirst();
        if (System.getenv("CI") == null) {
            assumeTrue(found.isPresent(), "There is no Chromium: name one in the environment variable CHROMIUM");
        }
        return found.orElseThrow(() -> new IllegalStateException("There is no Chromium to test with"));
    }

    private static Stream<String> candidates() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream());
    }
}
