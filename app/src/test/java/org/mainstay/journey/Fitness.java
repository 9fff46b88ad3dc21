package org.mainstay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;

/// Looks whether pages are fit for everybody: axe finds nothing grave in either theme, and nothing scrolls sideways.
final class Fitness implements AutoCloseable {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @Override
    public void close() {
        other.close();
    }

    /// In two windows beside each other.
    void check(int port, String userName, String... paths) {
        var all = new ConcurrentLinkedQueue<>(List.of(paths));
        var second = CompletableFuture.runAsync(() -> check(port, userName, all), other);
        check(port, userName, all);
        second.join();
    }

    private void check(int port, String userName, Queue<String> paths) {
        try (var window = Window.of(port, userName, Look.DESK)) {
            for (var path = paths.poll(); path != null; path = paths.poll()) {
                check(window, path);
            }
        }
    }

    void check(Window window, String path) {
        window.look(ColorScheme.LIGHT).open(path).complete();
        assertThat(grave(new AxeBuilder(window.page()).setLegacyMode(true)))
                .as(path)
                .isEmpty();
        for (int width : new int[] {390, 1920, 1280}) {
            window.page().setViewportSize(width, 900);
            window.settled();
            assertThat(window.page().locator("main").boundingBox().width)
                    .as("what %s leaves for its content at %s", path, width)
                    .isGreaterThan(0.8 * Math.min(width, 480));
        }
        window.look(ColorScheme.DARK).open(path).complete();
        var colours = new AxeBuilder(window.page()).setLegacyMode(true).withRules(List.of("color-contrast"));
        assertThat(grave(colours)).as("%s in the dark", path).isEmpty();
    }

    static List<String> grave(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(it -> GRAVE.contains(it.getImpact()))
                .map(Fitness::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().limit(3).map(it -> it.getHtml()).toList();
    }
}
