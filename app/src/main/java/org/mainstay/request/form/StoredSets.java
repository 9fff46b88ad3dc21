package org.mainstay.request.form;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

/// The sets of questions that a document uses, as far as there are such.
///
/// @param questions by the set's code
record StoredSets(Map<String, List<Question>> questions, Set<UUID> ids) {

    static StoredSets of(FormDocument document, Lookup lookup) {
        return of(
                document,
                code -> lookup.having(QuestionSetType.QUESTION_SET, new Values().set(Header.NUMBER, code), 1).stream()
                        .findFirst());
    }

    /// @param find a set by its code
    static StoredSets of(FormDocument document, Function<String, Optional<Snapshot>> find) {
        var questions = new HashMap<String, List<Question>>();
        var ids = new LinkedHashSet<UUID>();
        for (var code : document.sets()) {
            find.apply(code).ifPresent(it -> {
                if (DocumentReader.set(it.need(QuestionSetType.DOCUMENT))
                        instanceof DocumentRead.Good<List<Question>>(var of)) {
                    questions.put(code, of);
                    ids.add(it.id());
                }
            });
        }
        return new StoredSets(questions, ids);
    }
}
