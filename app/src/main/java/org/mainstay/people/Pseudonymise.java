package org.mainstay.people;

import static org.mainstay.kernel.record.Attribute.Trait.PERSONAL;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Erasure;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Erases who somebody was, from the record and from its history, and keeps what they did. It cannot be undone:
/// whoever asks for it types the user name, which stays, as numbers do.
record Pseudonymise() implements Action<Person> {

    private static final Attribute<String> USER_NAME = Attribute.column("user_name", new Kind.Text(80), REQUIRED);

    @Override
    public String name() {
        return "pseudonymise";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(USER_NAME);
    }

    @Override
    public Decision permits(Person person, Acting acting) {
        if (acting.actor().id().equals(person.id())) {
            return Decision.denied("people.person.not_oneself");
        }
        return acting.may(Permissions.PEOPLE_MANAGE)
                ? Decision.allowed("kernel.access.permission", Permissions.PEOPLE_MANAGE)
                : Decision.denied("kernel.access.permission_needed", Permissions.PEOPLE_MANAGE);
    }

    @Override
    public Plan apply(Person person, Acting acting) throws Refusal {
        if (!person.userName().equals(acting.answer(USER_NAME))) {
            throw new Refusal(Problem.at(USER_NAME, "people.person.type_user_name"));
        }
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(PersonType.NAME, pseudonym(person));
        acting.subject().type().attributes().stream()
                .filter(it -> it.has(PERSONAL) && !it.has(REQUIRED))
                .forEach(it -> edit.set(it, null));
        edit.set(PersonType.ACTIVE, false)
                .add(Erasure.ofPersonal(acting.subject().type()));
        return plan;
    }

    /// The same each time, so that doing it again changes nothing; the end of an id is random.
    private static String pseudonym(Person person) {
        var id = person.id().toString();
        return "Person " + id.substring(id.length() - 8);
    }

    @Override
    public int rank() {
        return 200;
    }
}
