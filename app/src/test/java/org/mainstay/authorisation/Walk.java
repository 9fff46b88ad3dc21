package org.mainstay.authorisation;

import static org.mainstay.authorisation.Wire.encode;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.mainstay.authorisation.Matrix.Outcome;
import org.mainstay.authorisation.Matrix.Route;
import org.mainstay.authorisation.Matrix.Visitor;
import org.mainstay.authorisation.Wire.Call;
import org.mainstay.conversation.LinkType;
import org.mainstay.kernel.record.Snapshot;

/// Goes through every route of the matrix as everybody and notes where the server answers otherwise.
///
/// Calls that should be refused mean what they say, and the record must be as it was afterwards; of those that
/// should not, changes are only tried (`dry_run`), and what cannot be tried is harmless.
final class Walk {

    /// So many of those who are refused come at a time.
    private static final int AT_ONCE = 4;

    private final Matrix matrix;
    private final Wire wire;
    private final Visitors visitors;
    private final Specimens specimens;
    private final Map<String, String> ids;
    private final Map<UUID, UUID> files = new HashMap<>();
    private final Map<UUID, UUID> links = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /// @param ids of a job, a token and a session that are none of the visitors', by the need of their routes
    Walk(Matrix matrix, Wire wire, Visitors visitors, Specimens specimens, Map<String, String> ids) {
        this.matrix = matrix;
        this.wire = wire;
        this.visitors = visitors;
        this.specimens = specimens;
        this.ids = ids;
    }

    /// What was found, a line each: for whoever reviews it.
    List<String> lines() {
        return lines;
    }

    List<String> wrong() {
        return wrong;
    }

    void doors(Map<Visitor, String> names, List<String> collections) {
        for (Route route : matrix.routes()) {
            if (!matrix.door(route)) {
                continue;
            }
            var over = route.path().contains("{collection") ? collections : List.of("");
            for (String collection : over) {
                for (Visitor visitor : Visitor.values()) {
                    if (knocks(route, collection, visitor)) {
                        check(
                                route,
                                collection,
                                visitor,
                                names,
                                matrix.outcome(route, visitor),
                                door(route, collection));
                    }
                }
            }
        }
    }

    /// Everybody at every door; where the same door is one of a collection, at two of them, and the least and
    /// the mightiest at the others.
    private static boolean knocks(Route route, String collection, Visitor visitor) {
        if (route.need().equals("open")) {
            return visitor == Visitor.NOBODY;
        }
        return List.of("", "incidents", "people").contains(collection)
                || visitor == Visitor.NOBODY
                || visitor == Visitor.STRANGER
                || visitor == Visitor.ADMIN;
    }

    private Call door(Route route, String collection) {
        var path = route.path()
                .replaceAll("\\{collection[^}]*}", collection)
                .replace("{link}", "a".repeat(43))
                .replace("{token}", "a".repeat(43))
                .replace("{what}", "check")
                .replace("{name}", "org.mainstay")
                .replace("{requiredMetricName}", "jvm.memory.used")
                .replace("health/**", "health/db")
                .replace("**", "nothing.js")
                .replace("{id}", ids.getOrDefault(route.toString(), ids.getOrDefault(route.need(), "")));
        if (route.reads()) {
            return Call.get(path);
        }
        if (route.path().endsWith("/import") || route.path().equals("/imports")) {
            return Call.file(path + "?profile=nonsense", "x.csv", "x", Map.of());
        }
        if (route.path().endsWith("/files")) {
            return Call.file(path, "hello.txt", "Hello", Map.of());
        }
        return route.api() ? Call.json(route.method(), path, "{}") : Call.form(path, Map.of());
    }

    void records(Map<String, Specimen> of, Map<Visitor, String> names) {
        for (Route route : matrix.routes()) {
            switch (route.need()) {
                case Matrix.ACT -> actions(route, of, names);
                case Matrix.INSIDE -> {}
                default -> {
                    if (!matrix.door(route)) {
                        deeds(route, of, names);
                    }
                }
            }
        }
    }

    private void deeds(Route route, Map<String, Specimen> of, Map<Visitor, String> names) {
        for (String name : matrix.specimens(route.need())) {
            var specimen = of.get(name);
            if (specimen == null || !Attendance.goes(route, specimen.record().type())) {
                continue;
            }
            var record = route.need().equals("restore") ? specimens.gone(specimen) : specimen.record();
            all(
                    route,
                    name,
                    record,
                    names,
                    visitor -> matrix.outcome(route, name, visitor),
                    (visitor, allowed) ->
                            deed(route, specimen, record, visitor, names.getOrDefault(visitor, "max"), allowed));
        }
    }

    private interface Made {
        Call call(Visitor visitor, boolean allowed);
    }

    /// First those who must be refused: the record is then as it was. Then the others.
    private void all(
            Route route,
            String over,
            Snapshot record,
            Map<Visitor, String> names,
            Function<Visitor, Outcome> expected,
            Made made) {
        var everybody = Arrays.stream(Visitor.values())
                .filter(it -> it == Visitor.NOBODY || names.containsKey(it))
                .toList();
        var come = Attendance.of(record.type(), everybody, expected).stream()
                .collect(Collectors.partitioningBy(it -> expected.apply(it) == Outcome.IN));
        var refused = new LinkedHashMap<Visitor, Call>();
        come.get(false).forEach(it -> refused.put(it, made.call(it, false)));
        long before = route.reads() ? 0 : specimens.version(record);
        refused.entrySet().stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, it -> ask(route, it.getKey(), names, it.getValue())))
                .forEachOrdered(it -> judge(route, over, expected.apply(it.visitor), it));
        if (!route.reads() && specimens.version(record) != before) {
            wrong.add(route + " over " + over + " was refused and changed the record");
        }
        if (route.method().equals("POST") && route.need().equals("delete")) {
            return; // a page deletes for good, and the record is needed
        }
        come.get(true).forEach(it -> check(route, over, it, names, Outcome.IN, made.call(it, true)));
    }

    private Call deed(
            Route route, Specimen specimen, Snapshot record, Visitor visitor, String userName, boolean allowed) {
        var path = route.path()
                .replaceAll("\\{collection[^}]*}", specimen.collection())
                .replace(
                        "{key}",
                        encode(route.api() ? record.number() : record.id().toString()))
                .replace("{person}", userName)
                .replace("{attribute}", specimen.edit().keySet().iterator().next())
                .replace("{verb}", "confirm");
        var tried = path + (allowed ? "?dry_run=true" : "");
        if (path.contains("/attachments/{id}")) {
            path = path.replace("{id}", file(record, allowed && !route.reads()).toString());
        } else if (path.contains("/links/{id}")) {
            path = path.replace("{id}", link(record, allowed).toString());
        }
        path = path.replace("/deliveries/{id}", "/deliveries/" + nobodys());
        path = path.replace("/evidence/{id}", "/evidence/" + nobodys());
        path = path.replace("/watchers/{id}", "/watchers/" + specimens.person(userName));
        boolean foreign = visitor == Visitor.STRANGER || visitor == Visitor.OUTSIDER;
        var create = foreign ? specimens.abroad(specimen.create()) : specimen.create();
        var last = path.substring(path.lastIndexOf('/') + 1);
        if (path.contains("/attributes/") && !route.reads()) {
            return Call.form(path, edited(specimen, allowed));
        }
        return switch (route.method() + " " + route.need()) {
            case "GET graph" -> Call.get(path + asked(route, record));
            case "GET explain" -> Call.get(path + "?person=" + caller(specimen) + "&record=" + record.id());
            case "POST create" ->
                route.api()
                        ? Call.json("POST", tried, Specimen.json(create))
                        : Call.form(path, allowed ? Map.of() : create);
            case "PATCH edit" -> Call.json("PATCH", tried, Specimen.json(specimen.edit()));
            case "DELETE delete" -> Call.json("DELETE", tried, "{}");
            case "POST edit" ->
                posted(route, path, Map.of("edit", edited(specimen, allowed), "links", link(visitor)), last);
            case "POST say" ->
                last.equals("attachments")
                        ? Call.file(path, "hello.txt", "Hello", Map.of())
                        : posted(
                                route,
                                path,
                                Map.of("comments", Map.of("text", "Hello"), "watchers", Map.of("person", userName)),
                                last);
            case "POST work",
                    "POST delete",
                    "POST reset",
                    "POST asked",
                    "POST agree",
                    "POST join",
                    "POST parcel",
                    "POST shop",
                    "POST arrange",
                    "POST change",
                    "POST relate",
                    "POST sample",
                    "POST uncover",
                    "POST gauge",
                    "POST blame",
                    "POST suspect" -> posted(route, path, Map.of(), last);
            default -> route.reads() ? Call.get(path) : Call.json(route.method(), path, "{}");
        };
    }

    /// What questions to the graph cannot do without.
    private static String asked(Route route, Snapshot record) {
        return switch (route.path().substring(route.path().lastIndexOf('/'))) {
            case "/path" -> "?to=" + record.id();
            case "/difference" -> "?before=" + Instant.now();
            default -> "";
        };
    }

    /// To something that everybody sees; each visitor says another thing of it.
    private Map<String, String> link(Visitor visitor) {
        var type = LinkType.values()[visitor.ordinal() % LinkType.values().length];
        return Map.of("type", type.code(), "to", specimens.everybodys().toString());
    }

    private static Call posted(Route route, String path, Map<String, Map<String, String>> bodies, String last) {
        var body = bodies.getOrDefault(last, Map.of());
        return route.api() ? Call.json("POST", path, Specimen.json(body)) : Call.form(path, body);
    }

    /// A file that is there: one for all, or one to be taken away.
    private UUID file(Snapshot record, boolean another) {
        return another
                ? specimens.attached(record, "note.txt", "text")
                : files.computeIfAbsent(record.id(), _ -> specimens.attached(record, "note.txt", "text"));
    }

    private UUID link(Snapshot record, boolean another) {
        return another
                ? specimens.linked(record, LinkType.CHILD_OF)
                : links.computeIfAbsent(record.id(), _ -> specimens.linked(record, LinkType.RELATES_TO));
    }

    private static String caller(Specimen specimen) {
        return Objects.requireNonNull(
                        specimen.record().get(specimen.record().type().need("caller")))
                .toString();
    }

    private Map<String, String> edited(Specimen specimen, boolean allowed) {
        var fields = new HashMap<>(allowed ? Map.of() : specimen.edit());
        fields.put("version", Long.toString(specimens.version(specimen.record())));
        return fields;
    }

    private void actions(Route route, Map<String, Specimen> of, Map<Visitor, String> names) {
        for (var specimen : of.values()) {
            var type = specimen.record().type();
            if (type.actions().isEmpty()) {
                nothing(route, specimen, names);
            }
            if (!specimen.name().equals(type.code())) {
                continue;
            }
            for (String action : matrix.actions(type.code())) {
                var ready = specimens.ready(specimen.record(), action);
                all(
                        route,
                        action,
                        ready,
                        names,
                        visitor -> matrix.action(route, specimen.name(), action, visitor),
                        (_, allowed) -> action(route, specimen, ready, action, allowed));
            }
        }
    }

    private Call action(Route route, Specimen specimen, Snapshot record, String action, boolean allowed) {
        var path = route.path()
                .replaceAll("\\{collection[^}]*}", specimen.collection())
                .replace("{key}", record.number())
                .replace("{action}", action);
        if (route.reads()) {
            return Call.get(path);
        }
        if (route.api()) {
            return Call.json("POST", path + (allowed ? "?dry_run=true" : ""), "{}");
        }
        // A form cannot be tried: what is allowed is done, to a record of its own.
        return Call.form(
                path.replace(
                        record.number(),
                        allowed ? specimens.ready(specimen.record(), action).number() : record.number()),
                Map.of());
    }

    /// What cannot be done to any record of a type is no route, not even for administrators.
    private void nothing(Route route, Specimen specimen, Map<Visitor, String> names) {
        var call = action(route, specimen, specimen.record(), "no_such_action", false);
        check(route, specimen.name(), Visitor.ADMIN, names, Outcome.NOTHING, call);
    }

    private void check(
            Route route, String over, Visitor visitor, Map<Visitor, String> names, Outcome expected, Call call) {
        judge(route, over, expected, ask(route, visitor, names, call));
    }

    private record Answer(Visitor visitor, Call call, HttpResponse<byte[]> response) {}

    private Answer ask(Route route, Visitor visitor, Map<Visitor, String> names, Call call) {
        return new Answer(visitor, call, wire.send(call, visitors.proof(visitor, names, route.api())));
    }

    private void judge(Route route, String over, Outcome expected, Answer answer) {
        var found = found(route, answer.response);
        lines.add(String.join(
                "\t",
                route.method(),
                route.path(),
                over,
                answer.visitor.name(),
                found,
                Integer.toString(answer.response.statusCode())));
        if (!found.equals(expected.toString())) {
            var said = Wire.text(answer.response);
            wrong.add(route + " (" + answer.call.path() + ") over " + over + " as " + answer.visitor + ": " + expected
                    + " but " + found + " " + answer.response.statusCode() + " "
                    + said.substring(0, Math.min(200, said.length())));
        }
    }

    private static String found(Route route, HttpResponse<byte[]> answer) {
        var to = answer.headers().firstValue("Location").orElse("");
        return switch (answer.statusCode()) {
            case 401 -> Outcome.ASK.toString();
            case 403 -> Outcome.NO.toString();
            // A link that never was and an asset that never was are public all the same.
            case 404 -> route.need().equals("open") ? Outcome.IN.toString() : Outcome.NOTHING.toString();
            case 302, 303 ->
                to.startsWith("/sign-in") && !route.path().equals("/sign-out")
                        ? Outcome.ASK.toString()
                        : Outcome.IN.toString();
            case 200, 201, 202, 204 -> Outcome.IN.toString();
            case 400, 409, 412, 413, 415, 422 -> route.reads() ? "broken" : Outcome.IN.toString();
            default -> "broken";
        };
    }

    static UUID nobodys() {
        return UUID.fromString("00000000-0000-7000-8000-00000000dead");
    }
}
