package org.mainstay.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.store.Mentioned;

/// Evidence as people and programs write it: a record, and what within it is meant, or the address of a page
/// elsewhere.
final class EvidenceBody {

    static final String RECORD = "record";
    static final String COMMENT = "comment";
    static final String ATTACHMENT = "attachment";
    static final String VERSION = "version";
    static final String ADDRESS = "address";
    static final String NOTE = "note";

    static final List<String> KEYS = List.of(RECORD, COMMENT, ATTACHMENT, VERSION, ADDRESS, NOTE);

    private static final int LONGEST_KEY = 200;
    private static final Kind.Text NOTED = new Kind.Text(500);
    private static final Kind.Text ADDRESSED = new Kind.Text(2_000);
    private static final Kind.Whole VERSIONS = new Kind.Whole(1, 1_000_000_000);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Mentioned mentioned;

    EvidenceBody(Mentioned mentioned) {
        this.mentioned = mentioned;
    }

    /// Where the fault of a source lies.
    static String place(Evidence.Source source) {
        return switch (source.sort()) {
            case RECORD -> RECORD;
            case COMMENT -> COMMENT;
            case ATTACHMENT -> ATTACHMENT;
            case HISTORY -> VERSION;
            case ADDRESS -> ADDRESS;
        };
    }

    /// @param given texts by key; blank ones say nothing
    /// @throws Refusal at the places of what is wrong
    AddEvidence read(Actor actor, Map<String, String> given) throws Refusal {
        var said = new ArrayList<String>();
        KEYS.stream()
                .filter(it -> !given.getOrDefault(it, "").isBlank() && !it.equals(NOTE))
                .forEach(said::add);
        var note = text(given, NOTE, NOTED);
        if (said.contains(ADDRESS)) {
            alone(said, ADDRESS, 1);
            return new AddEvidence(Evidence.Source.address(address(given)), note);
        }
        var key = given.getOrDefault(RECORD, "").strip();
        if (key.isEmpty()) {
            throw refusal(RECORD, "cause.evidence.needed");
        }
        alone(said, said.getLast(), 2);
        var record = key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)
                ? null
                : mentioned.record(actor, key);
        if (record == null) {
            throw new Refusal(Mentioned.problem(RECORD, key));
        }
        return new AddEvidence(source(record, said.getLast(), given), note);
    }

    private static Evidence.Source source(UUID record, String what, Map<String, String> given) throws Refusal {
        var text = given.getOrDefault(what, "").strip();
        try {
            return switch (what) {
                case COMMENT -> Evidence.Source.comment(record, new Kind.Reference(RECORD).parse(text));
                case ATTACHMENT -> Evidence.Source.attachment(record, new Kind.Reference(RECORD).parse(text));
                case VERSION -> Evidence.Source.entry(record, VERSIONS.parse(text));
                default -> Evidence.Source.of(record);
            };
        } catch (BadValue e) {
            throw new Refusal(new Problem(what, e.reason()));
        }
    }

    private static void alone(List<String> said, String at, int most) throws Refusal {
        if (said.size() > most) {
            throw refusal(at, "cause.evidence.one_thing");
        }
    }

    private static String address(Map<String, String> given) throws Refusal {
        var text = String.valueOf(text(given, ADDRESS, ADDRESSED));
        try {
            var address = new URI(text);
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (SCHEMES.contains(scheme) && address.getHost() != null && address.getRawUserInfo() == null) {
                return address.toASCIIString();
            }
        } catch (URISyntaxException _) {
            throw refusal(ADDRESS, "cause.evidence.no_address");
        }
        throw refusal(ADDRESS, "cause.evidence.no_address");
    }

    private static @Nullable String text(Map<String, String> given, String key, Kind.Text kind) throws Refusal {
        try {
            var text = kind.parse(given.getOrDefault(key, ""));
            return text.isEmpty() ? null : text;
        } catch (BadValue e) {
            throw new Refusal(new Problem(key, e.reason()));
        }
    }

    static Refusal refusal(String place, String key) {
        return new Refusal(new Problem(place, Message.of(key)));
    }
}
