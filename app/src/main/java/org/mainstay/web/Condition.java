package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainstay.kernel.filter.FilterText;

/// One term of a filter as a person puts it together: an attribute, how it is compared, and with what.
///
/// @param attribute as written in filters, `caller.department` included
/// @param values unquoted; empty for [Operator#EMPTY] and [Operator#ANY]
record Condition(String attribute, Operator operator, List<String> values) {

    enum Operator {
        IS(":"),
        IS_NOT(":"),
        CONTAINS("~"),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        EMPTY(":"),
        ANY(":");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }

    private static final Pattern COMPARED =
            Pattern.compile("(-?)([A-Za-z][A-Za-z0-9_.]*)(:|=|!=|~|<=|>=|<|>)(.+)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\"]+)", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.@+-]+");
    private static final List<String> EMPTY_WORDS = List.of("empty", "none");
    private static final List<String> ANY_WORDS = List.of("any", "set");

    /// The condition that a term of a filter is; empty for one that is more than that, such as words, a negated
    /// comparison or something in parentheses.
    static Optional<Condition> of(String term) {
        var parts = COMPARED.matcher(term);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean negated = !parts.group(1).isEmpty() ^ parts.group(3).equals("!=");
        var written = parts.group(4);
        var name = parts.group(2);
        if (parts.group(3).matches("[:=]|!=")) {
            boolean empty = EMPTY_WORDS.contains(written);
            if (empty || ANY_WORDS.contains(written)) {
                return Optional.of(new Condition(name, empty ^ negated ? Operator.EMPTY : Operator.ANY, List.of()));
            }
            return Optional.of(new Condition(name, negated ? Operator.IS_NOT : Operator.IS, values(written)));
        }
        return negated ? Optional.empty() : Optional.of(new Condition(name, operator(parts.group(3)), values(written)));
    }

    private static Operator operator(String sign) {
        return switch (sign) {
            case "~" -> Operator.CONTAINS;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.AT_MOST;
            case ">" -> Operator.MORE;
            default -> Operator.AT_LEAST;
        };
    }

    private static List<String> values(String written) {
        var values = new ArrayList<String>();
        var value = VALUE.matcher(written);
        while (value.find()) {
            var quoted = value.group(1);
            values.add(quoted == null ? value.group(2) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return values;
    }

    /// The term in the filter language; empty where there is nothing to compare with.
    String text() {
        return switch (operator) {
            case EMPTY -> attribute + ":empty";
            case ANY -> attribute + ":any";
            default -> {
                var written = values.stream()
                        .filter(it -> !it.isBlank())
                        .map(it -> written(it.strip()))
                        .collect(Collectors.joining(","));
                var minus = operator == Operator.IS_NOT ? "-" : "";
                yield written.isEmpty() ? "" : minus + attribute + operator.sign + written;
            }
        };
    }

    /// In quotes where it is not one plain word.
    private static String written(String value) {
        return PLAIN.matcher(value).matches() && !EMPTY_WORDS.contains(value) && !ANY_WORDS.contains(value)
                ? value
                : FilterText.quote(value);
    }
}
