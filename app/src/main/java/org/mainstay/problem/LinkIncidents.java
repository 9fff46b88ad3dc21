package org.mainstay.problem;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;

/// Says which incidents the problem causes. Those that are linked already stay so.
record LinkIncidents(Links links) implements Action<Problem> {

    static final Attribute<Set<UUID>> INCIDENTS =
            Attribute.column("incidents", new Kind.References("incident"), REQUIRED);

    @Override
    public String name() {
        return "link_incidents";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(INCIDENTS);
    }

    @Override
    public Decision permits(Problem problem, Acting acting) {
        return Permits.agentsUntilClosed(problem, acting);
    }

    @Override
    public Plan apply(Problem problem, Acting acting) throws Refusal {
        var linked = links.of(acting.actor(), acting.subject()).stream()
                .filter(it -> it.type() == LinkType.CAUSES)
                .map(it -> it.to().id())
                .toList();
        var more = Objects.requireNonNull(acting.answer(INCIDENTS)).stream()
                .filter(it -> !linked.contains(it))
                .toList();
        if (more.isEmpty()) {
            throw new Refusal(org.mainstay.kernel.record.Problem.at(INCIDENTS, "problem.link_incidents.already"));
        }
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject());
        more.forEach(it -> edit.add(new Link(LinkType.CAUSES, it)));
        return plan;
    }

    @Override
    public int rank() {
        return 100;
    }
}
