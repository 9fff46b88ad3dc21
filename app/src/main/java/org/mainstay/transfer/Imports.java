package org.mainstay.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;
import org.mainstay.people.Permissions;
import org.mainstay.transfer.ImportOrder.Column;
import org.mainstay.transfer.ImportOrder.Use;

/// Makes orders of requests for imports, or says what is wrong with them. API, pages and command come
/// through here.
final class Imports {

    private final RecordTypes types;
    private final Access access;
    private final References references;
    private final Messages messages;
    private final Blobs blobs;
    private final List<ImportProfile> profiles;
    private final ImportSettings settings;

    Imports(
            RecordTypes types,
            Access access,
            References references,
            Messages messages,
            Blobs blobs,
            List<ImportProfile> profiles,
            ImportSettings settings) {
        this.types = types;
        this.access = access;
        this.references = references;
        this.messages = messages;
        this.blobs = blobs;
        this.profiles = profiles;
        this.settings = settings;
    }

    sealed interface Answer {

        record Ready(ImportOrder order) implements Answer {}

        /// The actor may not import.
        record Denied(Message reason) implements Answer {}

        record Refused(List<Wrong> wrong) implements Answer {}

        /// There is no such collection.
        record Missing() implements Answer {}
    }

    List<ImportProfile> profiles() {
        return profiles;
    }

    Optional<ImportProfile> profile(String name) {
        return profiles.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// Stores the file.
    ///
    /// @throws Blobs.TooLarge when it is larger than the setting allows; nothing is kept then
    Blob store(InputStream content) throws IOException {
        return blobs.put(content, settings.maxSize().toBytes());
    }

    /// Asked before the file is looked at.
    @Nullable
    Message denied(Actor actor) {
        return actor.may(Permissions.TRANSFER_IMPORT)
                ? null
                : Message.of("kernel.access.permission_needed", Permissions.TRANSFER_IMPORT);
    }

    /// @param name of the file
    /// @param lenient whether columns that nobody knows are left for the person to map
    Answer order(
            Actor actor, String collection, Map<String, String> parameters, Blob blob, String name, boolean lenient)
            throws IOException {
        var denied = denied(actor);
        if (denied != null) {
            return new Answer.Denied(denied);
        }
        var of = types.byCollection(collection).orElse(null);
        if (of == null) {
            return new Answer.Missing();
        }
        var request = new ImportRequest(parameters, types);
        var plain = plain(actor, of.type(), collection, request, name);
        if (!request.wrong().isEmpty()) {
            return new Answer.Refused(request.wrong());
        }
        try {
            if (!plain.profile().isEmpty()) {
                return new Answer.Ready(plain.with(ImportFile.CSV, columns(plain.profile(), blob)));
            }
            return table(actor, of.type(), plain, request, new ImportFile(blobs, blob), lenient);
        } catch (BadFile e) {
            return new Answer.Refused(List.of(new Wrong("file", e.reason())));
        }
    }

    private List<Column> columns(String profile, Blob blob) throws IOException {
        try (var content = Unpacked.open(blobs.open(blob), blob.size())) {
            return profile(profile).orElseThrow().columns(content).stream()
                    .map(it -> new Column(it, "", Use.TAKEN))
                    .toList();
        }
    }

    private ImportOrder plain(Actor actor, RecordType<?> type, String collection, ImportRequest request, String name) {
        var profile = request.text("profile");
        if (!profile.isEmpty()
                && profile(profile)
                        .filter(it -> it.collection().equals(collection))
                        .isEmpty()) {
            request.wrong("profile", "transfer.unknown_profile", Names.clip(profile));
        }
        return new ImportOrder(
                profile,
                collection,
                TableFile.name(name),
                request.format(),
                request.charset(),
                request.separator(),
                List.of(),
                request.key(),
                request.source(),
                organisation(actor, type, request),
                request.missing(),
                request.clear(),
                request.dry(),
                request.dates(),
                Actors.scopes(actor),
                null);
    }

    private @Nullable String organisation(Actor actor, RecordType<?> type, ImportRequest request) {
        var text = request.text("organisation");
        if (text.isEmpty()) {
            return null;
        }
        var found = references.find(actor, "organisation", text);
        if (found.size() != 1) {
            request.wrong(
                    "organisation",
                    found.isEmpty() ? "kernel.save.no_such_record" : "kernel.save.ambiguous",
                    Names.clip(text),
                    found.size());
            return null;
        }
        if (access.create(type, actor, found.getFirst()) instanceof Decision.Denied(var reason)) {
            request.wrong("organisation", reason.key(), reason.arguments().toArray());
        }
        return found.getFirst().toString();
    }

    private Answer table(
            Actor actor, RecordType<?> type, ImportOrder plain, ImportRequest request, ImportFile file, boolean lenient)
            throws IOException {
        var format = plain.format().isEmpty() ? file.format(plain.charset()) : plain.format();
        var names = new Names(type, actor, access, messages);
        boolean keyed = !plain.source().isEmpty();
        var columns = new Columns(type, names, request.mapping(), request.ignored(), plain.key(), keyed);
        var mapped = columns.of(file.columns(format, plain.charset(), plain.separator()));
        var wrong = new ArrayList<>(request.wrong());
        wrong.addAll(columns.wrong());
        if (keyed && plain.key().isEmpty()) {
            wrong.add(new Wrong("key", Message.of("transfer.mapping.key_needed")));
        }
        if (!lenient) {
            wrong.addAll(unknown(mapped));
        }
        if (mapped.stream().noneMatch(it -> it.use() == Use.TAKEN)) {
            wrong.add(new Wrong("mapping", Message.of("transfer.mapping.nothing")));
        }
        if (!wrong.isEmpty()) {
            return new Answer.Refused(wrong);
        }
        return new Answer.Ready(plain.with(format, mapped));
    }

    private static List<Wrong> unknown(List<Column> columns) {
        return columns.stream()
                .filter(it -> it.use() == Use.UNKNOWN)
                .map(it -> new Wrong("mapping", Message.of("transfer.mapping.unknown", Names.clip(it.name()))))
                .toList();
    }

    /// The attributes that a column can be mapped to: those a file can give.
    List<String> attributes(RecordType<?> type, Actor actor) {
        return access.readable(type, actor).stream()
                .filter(it -> it == Header.NUMBER || it.recorded())
                .map(it -> it.code())
                .toList();
    }

    static UUID organisation(ImportOrder order, Actor actor) {
        return order.organisation() == null ? actor.organisation() : UUID.fromString(order.organisation());
    }
}
