package org.mainstay.request;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.conversation.Uploads;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.request.form.Form;
import org.mainstay.request.form.QuestionKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Files that come with answers. An answer names them by their ids as long as nothing is ordered, so that none is sent
/// twice; what is ordered has them as its own, and its answers name them as people do.
final class OrderFiles {

    /// Of one person at a time.
    private static final int MOST = 100;

    private final OrderFileQueries queries;
    private final Uploads uploads;
    private final Clock clock;

    OrderFiles(OrderFileQueries queries, Uploads uploads, Clock clock) {
        this.queries = queries;
        this.uploads = uploads;
        this.clock = clock;
    }

    /// @param name as it was sent
    /// @throws Refusal when it is not taken
    OrderFile receive(Actor actor, String name, InputStream content) throws IOException, Refusal {
        if (queries.count(actor.id()) >= MOST) {
            throw new Refusal(new Problem("file", Message.of("request.file.too_many", MOST)));
        }
        var received = uploads.receive(name, content);
        var file = new OrderFile(received.id(), received.name(), received.mediaType(), received.blob());
        queries.keep(actor.id(), file, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return file;
    }

    /// What the files are called, by their ids, as fields of pages hold these.
    Map<String, String> names(Actor actor, Collection<String> ids) {
        var names = new LinkedHashMap<String, String>();
        find(actor, ids.stream().flatMap(it -> id(it).stream()).toList())
                .values()
                .forEach(it -> names.put(it.id().toString(), it.name()));
        return names;
    }

    private Map<UUID, OrderFile> find(Actor actor, List<UUID> ids) {
        var files = new LinkedHashMap<UUID, OrderFile>();
        if (!ids.isEmpty()) {
            queries.of(actor.id(), ids).forEach(it -> files.put(it.id(), it));
        }
        return files;
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Answers with files by their names.
    ///
    /// @param files by the code of their question
    /// @param problems files that are none of the actor's
    record Named(JsonNode answers, Map<String, List<OrderFile>> files, List<Problem> problems) {}

    Named named(Actor actor, Form form, JsonNode answers) {
        var named = answers.deepCopy();
        var files = new LinkedHashMap<String, List<OrderFile>>();
        var problems = new ArrayList<Problem>();
        for (var code : codes(form)) {
            if (named instanceof ObjectNode object && object.get(code) instanceof ArrayNode given) {
                var ids = given.valueStream()
                        .map(it -> it.isString() ? id(it.stringValue()).orElse(null) : null)
                        .toList();
                var found = find(actor, ids.stream().filter(Objects::nonNull).toList());
                var own = ids.stream()
                        .map(it -> it == null ? null : found.get(it))
                        .filter(Objects::nonNull)
                        .toList();
                if (own.size() < ids.size()) {
                    problems.add(new Problem("/answers/" + code, Message.of("request.order.no_file")));
                }
                var names = object.putArray(code);
                own.forEach(it -> names.add(it.name()));
                files.put(code, own);
            }
        }
        return new Named(named, files, problems);
    }

    /// The questions that ask for files.
    static List<String> codes(Form form) {
        return form.asked()
                .map(Form.Asked::question)
                .filter(it -> it.kind() instanceof QuestionKind.Attachment)
                .map(it -> it.code())
                .toList();
    }
}
