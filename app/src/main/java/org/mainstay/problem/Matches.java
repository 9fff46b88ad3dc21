package org.mainstay.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// Which published known errors may be behind an incident, and what speaks for each: its problem causes the incident,
/// or both are about the same service, item or category and have words in common.
final class Matches {

    private static final int CANDIDATES = 200;
    private static final int MOST = 5;

    private final RecordStore store;
    private final Caused caused;

    Matches(RecordStore store, Caused caused) {
        this.store = store;
        this.caused = caused;
    }

    enum Fact {
        PROBLEM,
        SERVICE,
        CONFIGURATION_ITEM,
        CATEGORY
    }

    /// @param words that the title of the incident and the known error have in common, folded
    record Match(Snapshot knownError, Set<Fact> facts, List<String> words) {

        private int weight() {
            return facts.size() + words.size() + (facts.contains(Fact.PROBLEM) ? 100 : 0);
        }
    }

    /// Those that the actor sees, the likeliest first.
    List<Match> of(Actor actor, Snapshot incident) {
        var problems =
                caused.problems(actor, incident).stream().map(Snapshot::id).toList();
        var about = new ArrayList<Filter>();
        same(about, KnownErrorType.SERVICE, incident.get(IncidentType.SERVICE));
        same(about, KnownErrorType.CONFIGURATION_ITEM, incident.get(IncidentType.CONFIGURATION_ITEM));
        same(about, KnownErrorType.CATEGORY, incident.get(IncidentType.CATEGORY));
        if (!problems.isEmpty()) {
            about.add(Filter.is(KnownErrorType.PROBLEM, problems.toArray()));
        }
        if (about.isEmpty()) {
            return List.of();
        }
        var filter = Filter.all(Filter.is(KnownErrorType.STATE, KnownError.State.PUBLISHED), new Filter.Any(about));
        var words = Marks.words(incident.label());
        return store.list(actor, KnownErrorType.KNOWN_ERROR, Query.of(filter).limit(CANDIDATES)).items().stream()
                .map(it -> match(it, incident, problems, words))
                .filter(it -> it.facts.contains(Fact.PROBLEM) || !it.words.isEmpty())
                .sorted(Comparator.comparingInt(Match::weight).reversed())
                .limit(MOST)
                .toList();
    }

    private static void same(List<Filter> about, Attribute<UUID> attribute, @Nullable UUID value) {
        if (value != null) {
            about.add(Filter.is(attribute, value));
        }
    }

    private static Match match(Snapshot error, Snapshot incident, List<UUID> problems, Set<String> words) {
        var facts = EnumSet.noneOf(Fact.class);
        if (problems.contains(error.get(KnownErrorType.PROBLEM))) {
            facts.add(Fact.PROBLEM);
        }
        if (both(error.get(KnownErrorType.SERVICE), incident.get(IncidentType.SERVICE))) {
            facts.add(Fact.SERVICE);
        }
        if (both(error.get(KnownErrorType.CONFIGURATION_ITEM), incident.get(IncidentType.CONFIGURATION_ITEM))) {
            facts.add(Fact.CONFIGURATION_ITEM);
        }
        if (both(error.get(KnownErrorType.CATEGORY), incident.get(IncidentType.CATEGORY)) || facts.isEmpty()) {
            // found by nothing else: it is of a category below that of the incident
            facts.add(Fact.CATEGORY);
        }
        var known =
                Marks.words(error.label() + " " + Objects.requireNonNullElse(error.get(KnownErrorType.SYMPTOM), ""));
        return new Match(error, facts, words.stream().filter(known::contains).toList());
    }

    private static boolean both(@Nullable UUID one, @Nullable UUID other) {
        return one != null && one.equals(other);
    }
}
