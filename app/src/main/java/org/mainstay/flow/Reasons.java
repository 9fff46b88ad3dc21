package org.mainstay.flow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.text.Messages;
import tools.jackson.databind.json.JsonMapper;

/// Why something failed, kept in every language that is spoken here.
final class Reasons {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LONGEST = 2_000;

    private final Messages messages;

    Reasons(Messages messages) {
        this.messages = messages;
    }

    String of(Message message) {
        var said = MAPPER.createObjectNode();
        for (Locale language : Messages.LANGUAGES) {
            var text = messages.say(message, language);
            said.put(language.getLanguage(), text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        }
        return said.toString();
    }

    String of(List<Problem> problems) {
        var said = MAPPER.createObjectNode();
        for (Locale language : Messages.LANGUAGES) {
            said.put(
                    language.getLanguage(),
                    problems.stream()
                            .limit(10)
                            .map(it -> (it.attribute().isEmpty() ? "" : it.attribute() + ": ")
                                    + messages.say(it.reason(), language))
                            .collect(Collectors.joining(" ")));
        }
        return said.toString();
    }

    /// In the reader's language; what somebody wrote is told as they wrote it.
    static String said(@Nullable String reason, Locale reader) {
        if (reason == null) {
            return "";
        }
        if (!reason.startsWith("{")) {
            return reason;
        }
        return MAPPER.readTree(reason)
                .path(Messages.language(reader).getLanguage())
                .stringValue("");
    }
}
