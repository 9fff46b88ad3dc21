package org.mainstay.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mainstay.kernel.record.Texts;

/// The part of a condition that asks what was answered: `answers.model:pro,air`, each such term an answer and the
/// values of which it is one. All that stands beside it is a filter over the record, and all of it has to hold.
///
/// @param terms in their order
/// @param filter what is left, in the filter language; blank for nothing
record Answered(List<Term> terms, String filter) {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
    private static final Pattern TERM = Pattern.compile("(-?)(answers\\.[a-z0-9_]{1,60}):(.+)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"|[^\",]+");

    /// @param not whether it must be none of the values
    record Term(String name, List<String> values, boolean not) {

        private boolean holds(Map<String, String> texts) {
            var given = Texts.fold(texts.getOrDefault(name, ""));
            return values.stream().anyMatch(it -> Texts.fold(it).equals(given)) != not;
        }
    }

    static Answered of(String condition) {
        var terms = new ArrayList<Term>();
        var rest = new StringJoiner(" ");
        WORD.matcher(condition).results().map(MatchResult::group).forEach(word -> {
            var term = TERM.matcher(word);
            if (term.matches()) {
                var values = VALUE.matcher(term.group(3))
                        .results()
                        .map(it -> it.group(1) == null ? it.group() : it.group(1))
                        .toList();
                terms.add(new Term(term.group(2), values, !term.group(1).isEmpty()));
            } else {
                rest.add(word);
            }
        });
        return new Answered(List.copyOf(terms), rest.toString());
    }

    boolean hold(Map<String, String> texts) {
        return terms.stream().allMatch(it -> it.holds(texts));
    }
}
