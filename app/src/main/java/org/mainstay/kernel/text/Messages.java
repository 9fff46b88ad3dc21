package org.mainstay.kernel.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Says messages in a reader's language: English, or German where the reader's language is German. The
/// bundles are `text/<module>.properties` and `text/<module>_de.properties`, in UTF-8.
public final class Messages {

    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Map<Locale, Map<String, String>> byLanguage = new HashMap<>();

    public Messages() {
        LANGUAGES.forEach(it -> byLanguage.put(it, new HashMap<>()));
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:text/*.properties")) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                var german = String.valueOf(resource.getFilename()).endsWith("_de.properties");
                var texts = of(german ? Locale.GERMAN : Locale.ENGLISH);
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The language in which a reader is answered.
    public static Locale language(Locale reader) {
        return Locale.GERMAN.getLanguage().equals(reader.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
    }

    public String say(Message message, Locale reader) {
        return say(
                reader,
                message.key(),
                message.arguments().stream()
                        .map(it -> it instanceof Message inner ? say(inner, reader) : it)
                        .toArray());
    }

    /// The key itself where no bundle has it, so that a forgotten text is seen and nothing fails.
    public String say(Locale reader, String key, Object... arguments) {
        var text = find(key, reader);
        if (text == null) {
            return key;
        }
        return arguments.length == 0 ? text : new MessageFormat(text, language(reader)).format(arguments);
    }

    /// The text of a key, or null.
    public @Nullable String find(String key, Locale reader) {
        var text = of(language(reader)).get(key);
        return text == null ? of(Locale.ENGLISH).get(key) : text;
    }

    /// What an attribute is called: by its administrator, else `<type>.<attribute>`, or for what every record has
    /// `record.<attribute>`.
    public String attribute(RecordType<?> type, Attribute<?> attribute, Locale reader) {
        var given = attribute.name(language(reader));
        if (given != null) {
            return given;
        }
        var own = find(type.code() + "." + attribute.code(), reader);
        if (own != null) {
            return own;
        }
        var header = find("record." + attribute.code(), reader);
        return header == null ? attribute.code() : header;
    }

    /// What an option of a choice is called: `<type>.<attribute>.<code>`.
    public String choice(RecordType<?> type, Attribute<?> attribute, Enum<?> option, Locale reader) {
        var code = Codes.of(option);
        var label = find(type.code() + "." + attribute.code() + "." + code, reader);
        return label == null ? code : label;
    }

    /// Keys that one language has and another has not; for tests.
    public Set<String> untranslated() {
        var missing = new TreeSet<String>();
        for (var one : LANGUAGES) {
            for (var other : LANGUAGES) {
                of(one).keySet().stream()
                        .filter(it -> !of(other).containsKey(it))
                        .forEach(missing::add);
            }
        }
        return missing;
    }

    private Map<String, String> of(Locale language) {
        return byLanguage.getOrDefault(language, Map.of());
    }
}
