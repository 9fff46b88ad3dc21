package org.mainstay.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.problem.KnownError.State;

/// Offers a known error to all who work on incidents, and tells its workaround on the open incidents of its problem,
/// where their callers read it. What was told is linked with it, so that it is told once however often it is published.
/// Incidents that the actor does not work on are left alone.
record Publish(Links links) implements Action<KnownError> {

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(KnownErrorType.WORKAROUND);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "published_at");
    }

    @Override
    public Decision permits(KnownError error, Acting acting) {
        var decision = Permits.agents(acting);
        return decision.yes() && error.state() == State.PUBLISHED
                ? Decision.denied("known_error.permits.published")
                : decision;
    }

    @Override
    public Plan apply(KnownError error, Acting acting) throws Refusal {
        var answer = acting.answer(KnownErrorType.WORKAROUND);
        var workaround = answer == null ? error.workaround() : answer;
        if (workaround == null || workaround.isBlank()) {
            throw new Refusal(
                    org.mainstay.kernel.record.Problem.at(KnownErrorType.WORKAROUND, "known_error.workaround.needed"));
        }
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(KnownErrorType.STATE, State.PUBLISHED);
        for (var incident : untold(error, acting)) {
            plan.edit(incident).add(new Comment(workaround, false));
            edit.add(new Link(LinkType.RELATES_TO, incident.id()));
        }
        return plan;
    }

    private List<Snapshot> untold(KnownError error, Acting acting) throws Refusal {
        var problem = error.problem() == null
                ? null
                : acting.lookup().get(ProblemType.PROBLEM, error.problem()).orElse(null);
        if (problem == null) {
            return List.of();
        }
        var told = links.of(acting.actor(), acting.subject()).stream()
                .map(it -> it.to().id())
                .collect(Collectors.toSet());
        return OpenIncidents.of(problem, links, acting).stream()
                .filter(it -> !told.contains(it.id()))
                .toList();
    }

    @Override
    public int rank() {
        return 10;
    }
}
