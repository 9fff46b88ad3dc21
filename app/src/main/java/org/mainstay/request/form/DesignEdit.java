package org.mainstay.request.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One change of a document, as a page asks for it. Works on the JSON, so that what cannot stand is told by the
/// reader of documents, at its place, and what was typed is not lost.
final class DesignEdit {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Designed of;
    private final ObjectNode document;

    /// @param text of a document; one that cannot be read has nothing in it
    DesignEdit(Designed of, String text) {
        this.of = of;
        var read = of.read(text, "") instanceof DocumentRead.Good<FormDocument>(var good)
                ? good
                : new FormDocument(List.of());
        document = (ObjectNode) MAPPER.readTree(DocumentWriter.form(read));
    }

    String text() {
        if (of == Designed.FORM) {
            return document.toString();
        }
        var set = MAPPER.createObjectNode();
        set.set("questions", sections().path(0).path("questions"));
        return set.toString();
    }

    /// `1` is the second section, `1.0` its first question; `1.new` and `new` are ones that there will be.
    record Spot(int section, int question) {

        private static final int NEW = Integer.MAX_VALUE;
        private static final int NONE = -1;

        static Optional<Spot> of(String text) {
            if (!text.matches("(\\d{1,3}|new)(\\.(\\d{1,3}|new))?")) {
                return Optional.empty();
            }
            var parts = text.split("\\.");
            return Optional.of(new Spot(number(parts[0]), parts.length == 1 ? NONE : number(parts[1])));
        }

        private static int number(String text) {
            return text.equals("new") ? NEW : Integer.parseInt(text);
        }

        boolean aboutSection() {
            return question == NONE;
        }

        boolean fresh() {
            return section == NEW || question == NEW;
        }

        String text() {
            var first = section == NEW ? "new" : String.valueOf(section);
            return question == NONE ? first : first + "." + (question == NEW ? "new" : question);
        }
    }

    private ArrayNode sections() {
        return (ArrayNode) document.get("sections");
    }

    private @Nullable ArrayNode questions(int section) {
        return sections().get(section) instanceof ObjectNode node ? (ArrayNode) node.get("questions") : null;
    }

    /// A set has one section, with which nothing is done.
    private @Nullable ArrayNode list(Spot spot) {
        if (of == Designed.SET && spot.aboutSection()) {
            return null;
        }
        return spot.aboutSection() ? sections() : questions(spot.section());
    }

    private static int index(Spot spot) {
        return spot.aboutSection() ? spot.section() : spot.question();
    }

    /// What is there; null for what is new or not there.
    @Nullable
    ObjectNode at(Spot spot) {
        var list = list(spot);
        return list != null && list.get(index(spot)) instanceof ObjectNode node ? node : null;
    }

    /// @return where it is now; null where there is no such place
    @Nullable
    Spot put(Spot spot, ObjectNode node) {
        var list = list(spot);
        if (list == null) {
            return null;
        }
        if (spot.fresh()) {
            list.add(node);
            return spot.aboutSection()
                    ? new Spot(list.size() - 1, Spot.NONE)
                    : new Spot(spot.section(), list.size() - 1);
        }
        if (list.get(index(spot)) == null) {
            return null;
        }
        list.set(index(spot), node);
        return spot;
    }

    boolean remove(Spot spot) {
        var list = list(spot);
        return list != null && index(spot) < list.size() && list.remove(index(spot)) != null;
    }

    /// A question at the end of its section moves into the next one.
    boolean move(Spot spot, int by) {
        var list = list(spot);
        if (list == null || index(spot) >= list.size()) {
            return false;
        }
        int to = index(spot) + by;
        if (to >= 0 && to < list.size()) {
            var node = list.remove(index(spot));
            list.insert(to, node);
            return true;
        }
        var other = spot.aboutSection() ? null : questions(spot.section() + by);
        if (other == null) {
            return false;
        }
        JsonNode node = list.remove(index(spot));
        other.insert(by < 0 ? other.size() : 0, node);
        return true;
    }

    /// Where the document says what stands there.
    String pointer(Spot spot) {
        var section = "/sections/" + spot.section();
        return spot.aboutSection() ? section : section + "/questions/" + spot.question();
    }

    static String text(Map<String, String[]> fields, String name) {
        var given = fields.get(name);
        return given == null || given.length == 0 ? "" : given[0].strip();
    }
}
