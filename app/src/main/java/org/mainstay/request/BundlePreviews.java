package org.mainstay.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.text.Messages;
import org.mainstay.request.form.Answers;
import org.mainstay.request.form.FormCondition;

/// Tells what a bundle would order and why, before anybody orders it.
final class BundlePreviews {

    private final Bundles bundles;
    private final Wishes wishes;
    private final Messages messages;

    BundlePreviews(Bundles bundles, Wishes wishes, Messages messages) {
        this.bundles = bundles;
        this.wishes = wishes;
        this.messages = messages;
    }

    /// An item of a bundle, as it would be ordered.
    ///
    /// @param version as the item is offered; null where it is not offered any more
    /// @param wish null where it would not be ordered
    /// @param read its answers so far, and what is wrong with them; null where it would not be ordered
    /// @param refused why nobody may order it so; null where they may
    /// @param because what decided whether it is chosen
    record Previewed(
            Bundles.Choice choice,
            @Nullable Snapshot version,
            Orders.@Nullable Wish wish,
            ItemForms.@Nullable Read read,
            @Nullable Outcome refused,
            List<Because> because) {

        Cost cost() {
            return version == null ? CartLines.NOTHING : Cost.of(version, read == null ? null : read.answers());
        }

        /// What is still to be answered or cannot be, in any order.
        List<Problem> problems() {
            return read == null ? List.of() : read.problems();
        }
    }

    /// What a condition looked at.
    ///
    /// @param name of the question or the fact
    /// @param label the same in words
    /// @param value what it was answered, in words; empty for nothing
    record Because(String name, String label, String value) {}

    /// @param version of the bundle
    /// @param people who is to get it, at least one
    /// @param answers to the bundle's questions, be it that some are missing
    List<Previewed> of(
            Actor actor, Snapshot version, List<UUID> people, Answers answers, Orders.Wish wish, Locale reader) {
        var parts = bundles.parts(actor, version, answers, people, wish);
        var lines = answers.lines(messages, reader).stream()
                .collect(Collectors.toMap(Answers.Line::code, it -> String.join(", ", it.values())));
        var previewed = new ArrayList<Previewed>();
        for (var part : parts.list()) {
            var offered = part.version();
            var because = because(part.choice().condition(), lines, people, parts.reading(), reader);
            var one = part.wish();
            previewed.add(new Previewed(
                    part.choice(),
                    offered,
                    one,
                    one == null || offered == null ? null : parts.reading().read(offered, one.people(), one.answers()),
                    one != null && wishes.allowed(actor, one) instanceof Wishes.Checked.Bad(var outcome)
                            ? outcome
                            : null,
                    because));
        }
        return previewed;
    }

    private List<Because> because(
            @Nullable FormCondition condition,
            Map<String, String> lines,
            List<UUID> people,
            ItemForms.Reading reading,
            Locale reader) {
        var because = new ArrayList<Because>();
        if (condition == null) {
            return because;
        }
        condition
                .questions()
                .forEach(it ->
                        because.add(new Because(it.code(), it.label().in(reader), lines.getOrDefault(it.code(), ""))));
        var known = new LinkedHashMap<String, String>();
        if (people.size() == 1) {
            reading.facts(people.getFirst()).ifPresent(it -> known.putAll(condition.facts(it)));
        }
        known.forEach((name, value) ->
                because.add(new Because(name, messages.say(Message.of("form.fact." + name), reader), value)));
        return because;
    }

    /// By the id of the item's record, which item it waits for.
    static Map<UUID, Snapshot> before(List<Previewed> all) {
        var versions = new HashMap<UUID, Snapshot>();
        all.forEach(it -> {
            if (it.wish() != null && it.version() != null) {
                versions.put(it.choice().of().id(), it.version());
            }
        });
        var before = new HashMap<UUID, Snapshot>();
        all.forEach(it -> Optional.ofNullable(it.choice().of().dependsOn())
                .map(versions::get)
                .ifPresent(version -> before.put(it.choice().of().id(), version)));
        return before;
    }
}
