package org.mainstay.web.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.template.Presets;
import org.mainstay.web.template.TemplateType;

/// What a form for a new record begins with: the values of a template, then those of the address.
final class Templates {

    private static final int MOST = 30;
    private static final Pattern REFERENCE = Pattern.compile("([^\\[\\],;]+) \\[([^\\[\\]]+)]");

    private final RecordTypes types;
    private final RecordStore store;
    private final Prefilling prefilling;

    Templates(RecordTypes types, RecordStore store, Prefilling prefilling) {
        this.types = types;
        this.store = store;
        this.prefilling = prefilling;
    }

    Prefilling.Filled begin(
            RecordType<?> type, List<Attribute<?>> fillable, Map<String, String> parameters, Actor actor, Frame frame) {
        var given = new LinkedHashMap<String, String>();
        var left = new ArrayList<String>();
        var code = parameters.getOrDefault("template", "");
        if (!code.isEmpty()) {
            template(actor, type, code)
                    .ifPresentOrElse(
                            it -> given.putAll(
                                    Presets.of(it.need(TemplateType.PRESETS)).values()),
                            () -> left.add(frame.say("web.prefill.no_template")));
        }
        var own = new HashMap<>(parameters);
        Forms.PARAMETERS.forEach(own::remove);
        given.putAll(own);
        var filled = prefilling.of(type, fillable, given, actor, frame);
        left.addAll(filled.left());
        return new Prefilling.Filled(filled.typed(), left);
    }

    Prefill offer(
            RecordType<?> type, String collection, Map<String, String> parameters, List<String> left, Actor actor) {
        var chosen = parameters.getOrDefault("template", "");
        var templates = store
                .list(
                        actor,
                        TemplateType.TEMPLATE,
                        Query.of(Filter.is(TemplateType.RECORD_TYPE, type.code()))
                                .limit(MOST))
                .items()
                .stream()
                .map(it -> new Prefill.Template(
                        it.label(),
                        "/" + collection + "/new?template=" + Hrefs.encoded(it.number()),
                        it.number().equals(chosen)))
                .toList();
        boolean similar = type.attribute("state").isPresent() && type.label().has(Trait.SEARCHED);
        return new Prefill(
                collection,
                templates,
                left,
                parameters.containsKey("quick"),
                similar ? "/" + collection + "/similar" : "",
                type.label().code());
    }

    /// Where a form is sent, with what it began with.
    static String address(String collection, Map<String, String> parameters) {
        var kept = Forms.PARAMETERS.stream()
                .filter(it -> !parameters.getOrDefault(it, "").isEmpty())
                .map(it -> it + "=" + Hrefs.encoded(parameters.getOrDefault(it, "")))
                .collect(Collectors.joining("&"));
        return "/" + collection + "/new" + (kept.isEmpty() ? "" : "?" + kept);
    }

    /// What is asked for: everything, or quickly what one has to say, whom it is for, what describes it, and what
    /// they or a template filled in. Codes of attributes.
    Set<String> shown(
            RecordType<?> type,
            List<Attribute<?>> fillable,
            Map<String, String> typed,
            List<Problem> problems,
            boolean quick) {
        var codes = Stream.concat(
                        typed.entrySet().stream()
                                .filter(it -> !it.getValue().isBlank()
                                        && !it.getValue().equals("false"))
                                .map(Map.Entry::getKey),
                        problems.stream().map(Problem::attribute))
                .collect(Collectors.toCollection(HashSet::new));
        var whose = type.people().stream().limit(1).toList();
        return fillable.stream()
                .filter(it -> !quick || it.needed() || whose.contains(it) || describes(it) || codes.contains(it.code()))
                .map(Attribute::code)
                .collect(Collectors.toSet());
    }

    /// Whether it is the long text that says what a record is about.
    static boolean describes(Attribute<?> attribute) {
        return attribute.kind() instanceof Kind.Prose && attribute.has(Trait.SEARCHED);
    }

    /// The values of a record that another like it could begin with: not who it concerns, nor when.
    Presets of(Snapshot record, List<Attribute<?>> fillable, Map<String, String> written) {
        var values = new LinkedHashMap<String, String>();
        for (Attribute<?> attribute : fillable) {
            var text = written.getOrDefault(attribute.code(), "");
            var target = attribute.kind().target();
            boolean own = "person".equals(target)
                    || record.type().code().equals(target)
                    || attribute == Header.NUMBER
                    || attribute.kind() instanceof Kind.Moment
                    || attribute.has(Trait.UNIQUE);
            if (!text.isBlank() && !own && !text.equals("false")) {
                values.put(attribute.code(), portable(attribute, text));
            }
        }
        return new Presets(values, null);
    }

    /// References by what means the same in another installation: a code, else the name, which is asked for again
    /// when the template is used.
    String portable(Attribute<?> attribute, String text) {
        var target = attribute.kind().target();
        if (target == null) {
            return text;
        }
        boolean coded = types.need(target).prefix() == null;
        return REFERENCE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(it.group(coded ? 2 : 1)));
    }

    private Optional<Snapshot> template(Actor actor, RecordType<?> type, String code) {
        return store.find(actor, TemplateType.TEMPLATE, code)
                .filter(it -> it.need(TemplateType.RECORD_TYPE).equals(type.code()));
    }
}
