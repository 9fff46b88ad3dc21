package org.mainstay.people;

import static org.mainstay.kernel.record.Attribute.Trait.PERSONAL;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SENSITIVE;

import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about persons. A person's number is the user name.
public final class PersonType {

    public static final Attribute<String> NAME =
            Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED, PERSONAL);
    public static final Attribute<String> EMAIL = Attribute.column("email", new Kind.Text(254), SEARCHED, PERSONAL);
    public static final Attribute<String> PHONE = Attribute.column("phone", new Kind.Text(60), SENSITIVE, PERSONAL);
    public static final Attribute<String> DEPARTMENT = Attribute.column("department", new Kind.Text(120));
    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(120));
    public static final Attribute<UUID> MANAGER = Attribute.column("manager", new Kind.Reference("person"));
    public static final Attribute<UUID> LOCATION = Attribute.column("location", new Kind.Reference("location"));
    public static final Attribute<Person.Language> LANGUAGE =
            Attribute.column("language", new Kind.Choice<>(Person.Language.class));
    public static final Attribute<String> ZONE = Attribute.column("zone", new Kind.Text(60));
    public static final Attribute<Boolean> VIP =
            Attribute.column("vip", new Kind.YesNo(), REQUIRED).preset(false);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);
    public static final Attribute<Person.Sort> KIND = Attribute.column(
                    "kind", new Kind.Choice<>(Person.Sort.class), REQUIRED)
            .preset(Person.Sort.PERSON);

    /// What people may change about themselves.
    static final Set<Attribute<?>> KEPT_BY_ONESELF = Set.of(PHONE, LANGUAGE, ZONE);

    public static final RecordType<Person> PERSON = RecordType.<Person>named("person", "people")
            .table("people", "person")
            .label(NAME)
            .attributes(NAME, EMAIL, PHONE, DEPARTMENT, TITLE, MANAGER, LOCATION, LANGUAGE, ZONE, VIP, ACTIVE, KIND)
            .actions(new Pseudonymise())
            .orders(Order.by(Order.ascending(NAME)), Order.by(Order.ascending(DEPARTMENT), Order.ascending(NAME)))
            .columns(NAME, TITLE, DEPARTMENT, LOCATION, ACTIVE)
            .deletable()
            .reader(Person::of)
            .build();

    private PersonType() {}
}
