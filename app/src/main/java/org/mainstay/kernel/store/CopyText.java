package org.mainstay.kernel.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;

/// PostgreSQL's COPY text format: tab between columns, line feed between rows, backslash escapes, `\N`
/// for null.
final class CopyText {

    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean first = true;
    private @Nullable Instant at;
    private String atText = "";

    CopyText add(@Nullable Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        switch (value) {
            case null -> text.append("\\N");
            case String it -> escape(it);
            case UUID it -> text.append(it);
            case Long it -> text.append(it.longValue());
            case Boolean it -> text.append(it.booleanValue());
            case Instant it -> text.append(written(it));
            case BigDecimal it -> text.append(it.toPlainString());
            case Set<?> it ->
                text.append(it.stream().map(Object::toString).sorted().collect(Collectors.joining(",", "{", "}")));
            default -> escape(value.toString());
        }
        return this;
    }

    /// A value of the attribute in the form its column takes.
    <T> CopyText add(Attribute<T> attribute, @Nullable Object value) {
        if (value == null || value instanceof Set<?>) {
            return add(value);
        }
        @SuppressWarnings("unchecked") // the value was set under its attribute
        var raw = attribute.kind().sqlType().getConverter().to((T) value);
        return add(raw instanceof JSONB json ? json.data() : raw);
    }

    void end() {
        text.append('\n');
        first = true;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    /// Many of a batch happen at the same time.
    private String written(Instant instant) {
        if (!instant.equals(at)) {
            at = instant;
            atText = instant.toString();
        }
        return atText;
    }

    private void escape(String value) {
        boolean plain = true;
        for (int i = 0; plain && i < value.length(); i++) {
            plain = value.charAt(i) > '\r' && value.charAt(i) != '\\';
        }
        if (plain) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            switch (unit) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(unit);
            }
        }
    }
}
