package org.mainstay.conversation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mainstay.conversation.Markdown.Resolver;
import org.mainstay.conversation.Markdown.Target;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// Resolves the mentions of many texts at once, as an actor sees what they mention.
public final class Mentions {

    private static final String PERSON = "person";
    private static final int MOST = 1_000;

    private final ConversationQueries queries;
    private final RecordTypes types;
    private final Supplier<RecordStore> store;

    Mentions(ConversationQueries queries, RecordTypes types, Supplier<RecordStore> store) {
        this.queries = queries;
        this.types = types;
        this.store = store;
    }

    /// For texts of one page; addresses are `/<collection>/<number>`.
    public Resolver in(Collection<String> texts, Actor actor) {
        return in(texts, actor, this::address);
    }

    /// @param address where a record's page is
    public Resolver in(Collection<String> texts, Actor actor, Function<Label, String> address) {
        var mentions = new LinkedHashSet<String>();
        texts.forEach(it -> mentions.addAll(Markdown.mentions(it)));
        var numbers = new HashSet<String>();
        mentions.stream().limit(MOST).forEach(it -> numbers.add(it.startsWith("@") ? it.substring(1) : it));
        if (numbers.isEmpty()) {
            return Resolver.NONE;
        }
        var targets = new HashMap<String, Target>();
        store.get()
                .labelsOfVisible(actor, queries.numbered(mentionable(), numbers))
                .values()
                .forEach(label -> {
                    var mention = label.type().equals(PERSON) ? "@" + label.number() : label.number();
                    targets.put(mention, new Target(address.apply(label), label.label()));
                });
        return targets::get;
    }

    /// Types whose numbers begin with letters of their own, and people.
    private Set<String> mentionable() {
        var codes = new HashSet<String>();
        types.all().forEach(it -> {
            if (it.prefix() != null || it.code().equals(PERSON)) {
                codes.add(it.code());
            }
        });
        return codes;
    }

    private String address(Label label) {
        return "/" + types.need(label.type()).collection() + "/"
                + URLEncoder.encode(label.number(), StandardCharsets.UTF_8);
    }
}
