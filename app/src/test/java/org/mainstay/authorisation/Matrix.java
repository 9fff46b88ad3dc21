package org.mainstay.authorisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The file `authorisation.txt`, read: which routes there are, what each needs, and what comes of it for whom.
final class Matrix {

    /// Reached by forwards only.
    static final String INSIDE = "inside";

    /// The need of the routes that do an action or ask what it needs.
    static final String ACT = "act";

    /// Who comes, in the order of the file's columns.
    enum Visitor {
        NOBODY,
        STRANGER,
        OUTSIDER,
        COLLEAGUE,
        CALLER,
        AGENT,
        MEMBER,
        ADMIN,
        NARROW,
        READING;

        /// Tokens open no pages.
        boolean token() {
            return this == NARROW || this == READING;
        }
    }

    /// What comes of a call.
    enum Outcome {
        IN("in"),
        ASK("ask"),
        NO("no"),
        NOTHING("--");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        static Outcome of(String word) {
            return Arrays.stream(values())
                    .filter(it -> it.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no outcome " + word));
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /// @param method `ANY` where the mapping names none
    record Route(String method, String path, String need) {

        boolean api() {
            return path.startsWith("/api/") || path.startsWith("/actuator");
        }

        boolean reads() {
            return method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /// @param specimen a record as `Specimens` makes it
    private record Cell(String specimen, String deed) {}

    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Map<Visitor, Outcome>> doors = new LinkedHashMap<>();
    private final Map<Cell, Map<Visitor, Outcome>> records = new LinkedHashMap<>();
    private final Map<Cell, Map<Visitor, Outcome>> actions = new LinkedHashMap<>();

    static Matrix read() {
        try (var file = Objects.requireNonNull(Matrix.class.getResourceAsStream("/authorisation.txt"))) {
            return new Matrix(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matrix(String text) {
        var section = "";
        for (String line : text.replace("\\\n", " ").lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                line(section, line.split("\\s+"));
            }
        }
    }

    private void line(String section, String[] words) {
        switch (section) {
            case "doors" -> doors.put(words[0], outcomes(words, 1));
            case "records" -> cells(records, words);
            case "actions" -> cells(actions, words);
            case "routes" -> routes.add(new Route(words[0], words[1], words[2]));
            default -> throw new IllegalArgumentException("no section " + section);
        }
    }

    private static void cells(Map<Cell, Map<Visitor, Outcome>> table, String[] words) {
        for (String specimen : words[0].split(",")) {
            if (table.put(new Cell(specimen, words[1]), outcomes(words, 2)) != null) {
                throw new IllegalArgumentException("twice: " + specimen + " " + words[1]);
            }
        }
    }

    private static Map<Visitor, Outcome> outcomes(String[] words, int from) {
        if (words.length != from + Visitor.values().length) {
            throw new IllegalArgumentException(String.join(" ", words));
        }
        var outcomes = new EnumMap<Visitor, Outcome>(Visitor.class);
        for (var visitor : Visitor.values()) {
            outcomes.put(visitor, Outcome.of(words[from + visitor.ordinal()]));
        }
        return outcomes;
    }

    List<Route> routes() {
        return routes;
    }

    boolean door(Route route) {
        return doors.containsKey(route.need());
    }

    Outcome outcome(Route route, Visitor visitor) {
        return page(route, visitor, Objects.requireNonNull(doors.get(route.need()), route.need()));
    }

    /// The specimens that the deed is decided for.
    Set<String> specimens(String deed) {
        return records.keySet().stream()
                .filter(it -> it.deed.equals(deed))
                .map(Cell::specimen)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> specimens() {
        return records.keySet().stream().map(Cell::specimen).collect(Collectors.toCollection(TreeSet::new));
    }

    Outcome outcome(Route route, String specimen, Visitor visitor) {
        return page(route, visitor, need(records, new Cell(specimen, route.need())));
    }

    /// The actions of the specimen's type that are decided.
    Set<String> actions(String specimen) {
        return actions.keySet().stream()
                .filter(it -> it.specimen.equals(specimen))
                .map(Cell::deed)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Outcome action(Route route, String specimen, String action, Visitor visitor) {
        return page(route, visitor, need(actions, new Cell(specimen, action)));
    }

    private static Map<Visitor, Outcome> need(Map<Cell, Map<Visitor, Outcome>> table, Cell cell) {
        return Objects.requireNonNull(table.get(cell), cell::toString);
    }

    private static Outcome page(Route route, Visitor visitor, Map<Visitor, Outcome> row) {
        return !route.api() && visitor.token() ? Outcome.ASK : Objects.requireNonNull(row.get(visitor));
    }

    /// Doors and deeds that some route needs or some line decides.
    Stream<String> unused() {
        var needed = routes.stream().map(Route::need).collect(Collectors.toSet());
        return Stream.concat(doors.keySet().stream(), records.keySet().stream().map(Cell::deed))
                .distinct()
                .filter(it -> !needed.contains(it));
    }
}
