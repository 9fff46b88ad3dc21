package org.mainstay.authorisation;

import static org.mainstay.authorisation.Wire.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import java.util.zip.ZipFile;
import org.mainstay.authorisation.Matrix.Route;
import org.mainstay.authorisation.Wire.Call;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;

/// Asks every reading route of the matrix in every way that could tell something of a record.
final class Crawl {

    /// Those that belong to organisations and persons; configuration is everybody's to read.
    private static final Set<String> GUARDED = Set.of(
            "incident",
            "person",
            "group",
            "location",
            "organisation",
            "configuration_item",
            "relation",
            "discovery_source",
            "discovery_mapping",
            "reconciliation_task",
            "absence",
            "approval",
            "flow",
            "flow_version",
            "accuracy_check",
            "drift",
            "request",
            "request_item",
            "task",
            "problem",
            "problem_task",
            "known_error",
            "problem_candidate",
            "change",
            "change_task",
            "affected_item",
            "freeze_period",
            "maintenance_window",
            "cause",
            "grant");

    /// Files that come with the product, and their examples of numbers are somebody's sooner or later.
    private static final Set<String> DESCRIPTIONS = Set.of("/api/docs", "/api/v1/openapi.json");

    private static final Pattern CURSOR = Pattern.compile("(?:cursor=|\"next\":\")([A-Za-z0-9_-]{20,})");
    private static final Pattern MOMENTS = Pattern.compile("\"(?:at|measured_at)\":(?:null|\"[^\"]+\")");

    /// So many questions are under way at a time.
    private static final int AT_ONCE = 4;

    private final Matrix matrix;
    private final Wire wire;
    private final RecordTypes types;
    private final String head;
    private final Map<String, UUID> strays = new HashMap<>();

    Crawl(Matrix matrix, Wire wire, RecordTypes types, String head) {
        this.matrix = matrix;
        this.wire = wire;
        this.types = types;
        this.head = head;
    }

    /// What there is to read without naming a record.
    List<String> lists() {
        var paths = new LinkedHashSet<String>();
        for (var route : matrix.routes()) {
            var path = route.path();
            if (!route.reads()
                    || path.startsWith("/actuator")
                    || path.contains("**")
                    || path.contains("{key}")
                    || DESCRIPTIONS.contains(path)) {
                continue;
            }
            if (path.contains("{collection")) {
                types.collections().forEach(it -> paths.addAll(list(path, it)));
            } else if (path.equals("/search") || path.equals("/palette")) {
                paths.add(path + "?q=" + head);
            } else if (!path.contains("{") && !path.equals("/sign-in") && !path.equals("/profile")) {
                paths.add(path.equals("/api/v1/access") ? "/api/v1/access?person=me&record=" + head : path);
            }
        }
        return List.copyOf(paths);
    }

    private List<String> list(String route, String collection) {
        var type = types.byCollection(collection).orElseThrow().type();
        var path = route.replaceAll("\\{collection[^}]*}", collection);
        var kind = path.substring(path.lastIndexOf('/') + 1);
        var paths = new ArrayList<String>();
        if (!GUARDED.contains(type.code())) {
            return List.of(path + (kind.equals("suggest") ? "?q=" + head : "?filter=" + head));
        }
        switch (kind) {
            case "suggest" -> paths.addAll(List.of(path + "?q=" + head, path + "?q="));
            case "new" -> paths.add(path);
            case "export" ->
                List.of("csv", "ndjson", "xlsx")
                        .forEach(it -> paths.addAll(
                                List.of(path + "?format=" + it, path + "?format=" + it + "&filter=" + head)));
            case "apply", "attributes", "columns", "tabs" -> paths.add(path + "?attribute=number&filter=" + head);
            case "condition" ->
                type.attributes().forEach(it -> paths.add(path + "?attribute=" + it.code() + "&filter=" + head));
            case "groups" -> type.attributes().forEach(it -> paths.add(path + "?group=" + it.code()));
            case "stats" -> {
                paths.add(path + "?filter=" + head);
                type.attributes().forEach(it -> paths.add(path + "?group_by=" + it.code()));
            }
            default -> {
                paths.add(path);
                var counted = route.startsWith("/api/") ? "?count=true&filter=" : "?filter=";
                filters(type).forEach(it -> paths.add(path + counted + encode(it)));
                if (route.startsWith("/api/")) {
                    paths.add(path + "?count=true&limit=1000");
                    paths.add(path + "?as_of=2100-01-01T00:00:00Z&filter=" + head);
                    type.attributes().forEach(it -> paths.add(path + "?limit=2&sort=" + it.code()));
                }
            }
        }
        return paths;
    }

    /// Free text, each text by itself, and what lies behind each reference.
    private List<String> filters(RecordType<?> type) {
        var filters = new ArrayList<>(List.of(head, "\"" + head + "\"", "-" + head));
        for (var attribute : type.attributes()) {
            var target = attribute.kind().target();
            if (attribute.kind() instanceof Kind.Text || attribute.kind() instanceof Kind.Prose) {
                filters.add(attribute.code() + "~" + head);
            } else if (target != null && types.byCode(target).isPresent()) {
                filters.add(attribute.code() + "~" + head);
                filters.add(attribute.code() + "." + types.need(target).label().code() + "~" + head);
            }
        }
        if (type.code().equals("incident")) {
            filters.addAll(List.of(
                    "caller.department~" + head, "caller.phone~" + head, "parent_incident.description~" + head));
        }
        return filters;
    }

    /// Everything that hangs on one record.
    ///
    /// @param stray whether the first of each type is asked for by the routes of other types, too
    List<String> record(Snapshot record, boolean stray) {
        var type = record.type();
        boolean astray =
                stray && strays.computeIfAbsent(type.code(), _ -> record.id()).equals(record.id());
        var paths = new LinkedHashSet<String>();
        for (var route : matrix.routes()) {
            if (!route.reads()
                    || !route.path().contains("{key}")
                    || route.path().contains("assignment-rules")
                    || !astray && ofOthers(route, type)) {
                continue;
            }
            var path =
                    route.path().replaceAll("\\{collection[^}]*}", record.type().collection());
            var key = path.startsWith("/api/") ? record.number() : record.id().toString();
            var one = path.replace("{key}", encode(key));
            if (one.contains("{action}")) {
                record.type().actions().stream().limit(2).forEach(it -> paths.add(one.replace("{action}", it.name())));
            } else if (one.contains("{attribute}")) {
                record.type()
                        .attributes()
                        .forEach(it -> paths.add(one.replace("{attribute}", it.code()) + "?shown=true"));
            } else if (!one.contains("{id}")) {
                paths.add(one);
            }
        }
        paths.add("/search?q=" + record.number());
        paths.add("/palette?q=" + record.number());
        paths.add("/palette?at=/" + record.type().collection() + "/" + record.number());
        paths.add("/api/v1/access?person=max&record=" + record.number());
        var collection = "/api/v1/" + record.type().collection();
        paths.add(collection + "/" + record.id() + "?as_of=2100-01-01T00:00:00Z");
        paths.add(collection + "?count=true&filter=number:" + encode(record.number()));
        paths.add(collection + "/suggest?q=" + encode(record.number()));
        return List.copyOf(paths);
    }

    /// Whether records of another type than this one's have the route.
    private boolean ofOthers(Route route, RecordType<?> type) {
        var collection = route.path().replaceAll("^/(?:api/v1/)?([a-z-]+)/.*", "$1");
        return types.byCollection(collection)
                .filter(it -> !it.type().code().equals(type.code()))
                .isPresent();
    }

    /// @param api what is the same each time it is asked, as long as nothing changed
    /// @param said every answer, unpacked: body, headers, what is in cursors and archives
    record Read(Map<String, String> api, Map<String, String> said) {

        private void note(String path, HttpResponse<byte[]> answer) {
            var body = body(path, answer);
            if (path.startsWith("/api/") && !path.contains("xlsx")) {
                api.put(path, answer.statusCode() + " " + MOMENTS.matcher(body).replaceAll(""));
            }
            said.put(path, (answer.headers().map() + "\n" + body + cursors(body)).toLowerCase(Locale.ROOT));
        }
    }

    Read read(String userName, String cookie, List<String> paths) {
        var read = new Read(new LinkedHashMap<>(), new LinkedHashMap<>());
        paths.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, path -> Map.entry(path, ask(userName, cookie, path))))
                .forEachOrdered(it -> read.note(it.getKey(), it.getValue()));
        return read;
    }

    private HttpResponse<byte[]> ask(String userName, String cookie, String path) {
        var api = path.startsWith("/api/");
        var answer = wire.send(
                Call.get(path), api ? "Authorization" : "Cookie", api ? Client.basic(userName, Cast.PASSWORD) : cookie);
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw new AssertionError(path + " as " + userName + ": " + answer.statusCode());
        }
        return answer;
    }

    private static String body(String path, HttpResponse<byte[]> answer) {
        if (!path.contains("format=xlsx") || answer.statusCode() != 200) {
            return Wire.text(answer);
        }
        var text = new StringBuilder();
        try {
            var file = Files.write(Files.createTempFile("export", ".xlsx"), answer.body());
            try (var archive = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(archive.entries())) {
                    text.append(new String(archive.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cursors(String body) {
        var text = new StringBuilder();
        CURSOR.matcher(body)
                .results()
                .forEach(it -> text.append(new String(
                        Base64.getUrlDecoder()
                                .decode(it.group(1).substring(0, it.group(1).length() / 4 * 4)),
                        StandardCharsets.UTF_8)));
        return text.toString();
    }
}
