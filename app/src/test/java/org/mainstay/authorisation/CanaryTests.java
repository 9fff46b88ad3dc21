package org.mainstay.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approvals;
import org.mainstay.cmdb.accuracy.Accuracies;
import org.mainstay.conversation.Uploads;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// No text, no number and no count of what one must not see reaches anybody, whatever they ask.
@MainstayTest
class CanaryTests {

    @LocalServerPort
    int port;

    @Autowired
    Acts acts;

    @Autowired
    RecordStore store;

    @Autowired
    RecordTypes types;

    @Autowired
    Uploads uploads;

    @Autowired
    Approvals approvals;

    @Autowired
    Accuracies accuracies;

    @Autowired
    Cast cast;

    Canaries canaries;
    Crawl crawl;
    final Map<String, String> cookies = new HashMap<>();

    @BeforeEach
    void prepare() {
        cast.everybody();
        canaries = new Canaries(acts, store, types, uploads, approvals, cast);
        crawl = new Crawl(Matrix.read(), new Wire(port), types, canaries.head());
        for (String name : List.of("eve", "sam", "olga", "tim", "max")) {
            cookies.put(name, new Client(port).signIn(name, Cast.PASSWORD));
        }
    }

    @AfterEach
    void clear() {
        canaries.remove();
    }

    @Test
    void whatIsHiddenIsAsIfItWereNotThere() {
        canaries.visible();
        var lists = crawl.lists();
        accuracies.measure();
        var before = read("eve", lists).api();
        canaries.hidden();
        accuracies.measure();
        for (String name : List.of("eve", "sam", "olga")) {
            var after = read(name, lists);
            assertThat(leaks(name, after)).as(name).isEmpty();
            if (name.equals("eve")) {
                assertThat(differences(before, after.api())).as(name).isEmpty();
            }
        }
        for (String name : cookies.keySet()) {
            var records = new ArrayList<String>();
            canaries.open().forEach(it -> records.addAll(crawl.record(it, name.equals("eve"))));
            canaries.secrets().forEach(it -> records.addAll(crawl.record(it, name.equals("eve"))));
            assertThat(leaks(name, read(name, records))).as(name).isEmpty();
            var talk = canaries.talkative().stream()
                    .flatMap(it -> crawl.record(it, name.equals("eve")).stream())
                    .toList();
            assertThat(leaks(canaries.forbidden(name), read(name, talk)))
                    .as(name)
                    .isEmpty();
        }
    }

    private Crawl.Read read(String name, List<String> paths) {
        return crawl.read(name, Objects.requireNonNull(cookies.get(name)), paths);
    }

    private List<String> leaks(String name, Crawl.Read read) {
        var forbidden = new ArrayList<>(canaries.forbidden(name));
        forbidden.addAll(canaries.unknown(name));
        return leaks(forbidden, read);
    }

    private static List<String> leaks(List<String> forbidden, Crawl.Read read) {
        var leaks = new ArrayList<String>();
        var lower = forbidden.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        read.said()
                .forEach((path, said) -> lower.stream()
                        .filter(it -> said.contains(it)
                                && !path.toLowerCase(Locale.ROOT).contains(it))
                        .forEach(it -> leaks.add(path + " tells " + it)));
        return leaks;
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        var differences = new ArrayList<String>();
        before.forEach((path, said) -> {
            if (!said.equals(after.get(path))) {
                differences.add(path + " was " + said + " and is " + after.get(path));
            }
        });
        return differences;
    }
}
