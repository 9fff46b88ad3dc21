package org.mainstay.authorisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.testing.Cast;

/// Problems, their tasks and causes, and known errors.
final class ProblemSpecimens {

    static final List<String> TYPES = List.of("problem", "problem_task", "known_error", "problem_candidate", "cause");

    /// What is done before the action can be.
    private static final Map<String, List<String>> BEFORE = Map.of(
            "analyse", List.of("assess"),
            "start_fix", List.of("assess", "analyse"),
            "resolve", List.of("assess", "analyse", "start_fix"),
            "reopen", List.of("cancel"));

    private final Specimens specimens;
    private final Cast cast;

    ProblemSpecimens(Specimens specimens, Cast cast) {
        this.specimens = specimens;
        this.cast = cast;
    }

    void of(Map<String, Specimen> all, String organisation, UUID group) {
        var own = Map.of("organisation", organisation, "group", group.toString());
        specimens.put(all, "problem", Map.of("title", "Fires"), Map.of("title", "Many fires"), own);
        specimens.put(
                all,
                "problem_task",
                Map.of("title", "Look"),
                Map.of("title", "Look closer"),
                Map.of("problem", all.get("problem").record().number(), "group", group.toString()));
        specimens.put(
                all,
                "known_error",
                Map.of("title", "Paper burns"),
                Map.of("title", "Dry paper burns"),
                Map.of("organisation", organisation));
        specimens.put(
                all,
                "problem_candidate",
                Map.of("title", "Fires everywhere"),
                Map.of("title", "More fires"),
                Map.of("organisation", organisation));
        specimens.put(
                all,
                "cause",
                Map.of("statement", "The paper is dry"),
                Map.of("statement", "The paper is very dry"),
                Map.of("problem", all.get("problem").record().number()));
    }

    Snapshot ready(Snapshot like, String action) {
        var organisation = like.organisation();
        var group = organisation.equals(cast.two()) ? cast.serviceDeskOfTwo() : cast.network();
        var of = new HashMap<>(Map.of("title", "Fires", "organisation", organisation.toString()));
        if (like.type().code().equals("known_error")) {
            of.put("workaround", "Use wet paper.");
            return specimens.create(cast.ada(), "known_error", of);
        }
        if (like.type().code().equals("problem_candidate")) {
            return specimens.create(cast.ada(), "problem_candidate", of);
        }
        of.put("group", group.toString());
        var problem = specimens.create(cast.ada(), "problem", of);
        if (like.type().code().equals("problem_task")) {
            return specimens.create(cast.ada(), "problem_task", Map.of("title", "Look", "problem", problem.number()));
        }
        if (like.type().code().equals("cause")) {
            return cause(problem, action);
        }
        for (String before : BEFORE.getOrDefault(action, List.of())) {
            var answers = switch (before) {
                case "start_fix" -> Map.of("cause", "Dry paper");
                case "cancel" -> Map.of("reason", "It rains");
                default -> Map.<String, String>of();
            };
            problem = specimens.act(cast.ada(), problem, before, answers);
        }
        return problem;
    }

    private Snapshot cause(Snapshot problem, String action) {
        var cause = specimens.create(
                cast.ada(), "cause", Map.of("statement", "The paper is dry", "problem", problem.number()));
        return List.of("reopen", "adopt").contains(action)
                ? specimens.act(cast.ada(), cause, "confirm", Map.of("reason", "It weighs nothing"))
                : cause;
    }
}
