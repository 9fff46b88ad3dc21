package org.mainstay.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approvals;
import org.mainstay.authorisation.Matrix.Route;
import org.mainstay.authorisation.Wire.Call;
import org.mainstay.conversation.Uploads;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Every route is in one matrix, and the server keeps to it.
@MainstayTest
class AuthorisationTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

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
    Cast cast;

    final Matrix matrix = Matrix.read();

    Wire wire;
    Specimens specimens;

    @BeforeEach
    void connect() {
        cast.everybody();
        wire = new Wire(port);
        specimens = new Specimens(acts, store, types, uploads, approvals, cast);
    }

    @AfterEach
    void clear() {
        specimens.remove();
    }

    @Test
    void everyRouteIsInTheMatrixAndEveryLineOfItIsARoute() {
        var written = matrix.routes().stream().map(Route::toString).toList();
        assertThat(written).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(written)).isEqualTo(routes());
        assertThat(matrix.unused()).isEmpty();
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        for (var mapping : application.getBeansOfType(HandlerMapping.class).values()) {
            switch (mapping) {
                case RequestMappingInfoHandlerMapping it ->
                    it.getHandlerMethods().keySet().forEach(info -> routes.addAll(routes(info)));
                case AbstractUrlHandlerMapping it ->
                    it.getHandlerMap().keySet().forEach(path -> routes.add("GET " + path));
                case RouterFunctionMapping it ->
                    assertThat(it.getRouterFunction() == null).isTrue();
                default -> throw new AssertionError("a kind of routes that nobody looks at: " + mapping);
            }
        }
        return routes;
    }

    private static List<String> routes(RequestMappingInfo info) {
        var methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        var routes = new ArrayList<String>();
        for (String path : info.getPatternValues()) {
            var named = path.replaceAll("\\{([A-Za-z]+):[^}]*}", "{$1}");
            (methods.isEmpty() ? List.of("ANY") : methods).forEach(it -> routes.add(it + " " + named));
        }
        return routes;
    }

    @Test
    void everyTypeAndEveryActionIsDecided() {
        var specimens = this.specimens.ofOne();
        var decided = matrix.routes().stream()
                .filter(it -> it.path().contains("{collection"))
                .map(Route::need)
                .filter(it -> !it.equals("restore") && !matrix.specimens(it).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(decided).contains("see", "say", "work", "edit", "create", "delete");
        for (String deed : decided) {
            assertThat(matrix.specimens(deed).stream()
                            .map(it -> Objects.requireNonNull(specimens.get(it), it)
                                    .collection())
                            .toList())
                    .as(deed)
                    .containsAll(types.collections());
        }
        for (var type : types.all()) {
            assertThat(matrix.actions(type.code()))
                    .isEqualTo(type.actions().stream().map(it -> it.name()).collect(Collectors.toSet()));
        }
    }

    @Test
    void everyRouteAnswersEverybodyAsTheMatrixSays() throws IOException {
        var ofOne = specimens.ofOne();
        var walk = new Walk(matrix, wire, new Visitors(port), specimens, ids());
        walk.doors(Visitors.OF_ONE, types.collections());
        walk.records(ofOne, Visitors.OF_ONE);
        walk.records(specimens.ofTwo(), Visitors.OF_TWO);
        Files.write(Path.of("target", "authorisation.tsv"), walk.lines());
        assertThat(walk.wrong()).isEmpty();
        assertThat(walk.lines()).hasSizeGreaterThan(3_000);
    }

    @Test
    void nothingIsWrittenByASessionWithoutItsToken() {
        var visitors = new Visitors(port);
        for (Route route : matrix.routes()) {
            if (route.reads() || route.need().equals("open") || route.need().equals(Matrix.INSIDE)) {
                continue;
            }
            var path = route.path()
                    .replaceAll("\\{collection[^}]*}", "incidents")
                    .replaceAll("\\{[a-z]+}", Walk.nobodys().toString());
            for (var call : List.of(
                    Call.json(route.method(), path, "{}"),
                    new Call(route.method(), path, "text/plain", "{}".getBytes(StandardCharsets.UTF_8)),
                    new Call(
                            route.method(),
                            path,
                            "application/x-www-form-urlencoded",
                            "_csrf=x".getBytes(StandardCharsets.UTF_8)))) {
                assertThat(wire.send(call, "Cookie", visitors.cookie("ada")).statusCode())
                        .as(route + " " + call.type())
                        .isEqualTo(403);
            }
            assertThat(wire.send(
                                    Call.json(route.method(), path, "{}"),
                                    "Cookie",
                                    visitors.cookie("ada"),
                                    "X-CSRF-Token",
                                    visitors.csrf("ada"),
                                    "Origin",
                                    "https://evil.example")
                            .statusCode())
                    .as(route.toString())
                    .isEqualTo(403);
        }
    }

    @Test
    void whatIsSensitiveIsNeitherSearchedNorALabel() {
        for (var type : types.all()) {
            assertThat(type.label().has(Trait.SENSITIVE)).as(type.code()).isFalse();
            assertThat(type.attributes())
                    .as(type.code())
                    .noneMatch(it -> it.has(Trait.SENSITIVE) && it.has(Trait.SEARCHED));
        }
    }

    /// Jobs of ada's, and a token and a session of mia's, who visits nothing.
    private Map<String, String> ids() {
        var token = wire.send(
                Call.json("POST", "/api/v1/tokens", "{\"name\":\"hers\"}"),
                "Authorization",
                Client.basic("mia", Cast.PASSWORD));
        var cookie = new Client(port).signIn("mia", Cast.PASSWORD);
        var profile = new Client(port).get("/profile", "Cookie", cookie).body();
        var session = profile.replaceAll("(?s).*/profile/sessions/([0-9a-f-]{36})/end.*", "$1");
        var job = job();
        var bulk = bulk();
        return Map.ofEntries(
                Map.entry("job", job),
                Map.entry("job-change", job),
                Map.entry("job-rows", job),
                Map.entry("config-run", Walk.nobodys().toString()),
                Map.entry("DELETE /api/v1/jobs/{id}", job()),
                Map.entry("POST /imports/{id}/delete", job()),
                Map.entry("GET /api/v1/jobs/{id}/records", bulk),
                Map.entry("GET /bulk/{id}", bulk),
                Map.entry("GET /bulk/{id}/progress", bulk),
                Map.entry("POST /bulk/{id}/apply", bulk),
                Map.entry("POST /bulk/{id}/cancel", bulk),
                Map.entry("POST /bulk/{id}/undo", bulk),
                Map.entry("their-own", id(Wire.text(token))),
                Map.entry("POST /profile/sessions/{id}/end", session));
    }

    private String bulk() {
        var body = "{\"filter\":\"\",\"comment\":{\"text\":\"Hello\"}}";
        var tried = Call.json("POST", "/api/v1/people/bulk?dry_run=true", body);
        return id(Wire.text(wire.send(tried, "Authorization", Client.basic("ada", Cast.PASSWORD))));
    }

    private String job() {
        var file = Call.file("/api/v1/locations/import?dry_run=true", "x.csv", "name\nHere\n", Map.of());
        return id(Wire.text(wire.send(file, "Authorization", Client.basic("ada", Cast.PASSWORD))));
    }

    private static String id(String json) {
        return JsonMapper.shared().readTree(json).get("id").stringValue();
    }
}
