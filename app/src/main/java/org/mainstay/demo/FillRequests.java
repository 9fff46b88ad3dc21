package org.mainstay.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Actors;
import org.mainstay.people.DemoPassword;
import org.mainstay.people.PersonType;
import org.mainstay.people.signin.SignIn;
import org.mainstay.request.CatalogCategoryType;
import org.mainstay.request.CatalogItemType;
import org.mainstay.request.Orders;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `fill requests COUNT`: the same twenty customers with a catalogue of two thousand items and so many requests.
final class FillRequests {

    private final RecordStore store;
    private final BulkDoor bulk;
    private final Acts acts;
    private final Orders orders;
    private final Actors actors;
    private final SignIn signIn;
    private final DemoPassword password;

    FillRequests(
            RecordStore store,
            BulkDoor bulk,
            Acts acts,
            Orders orders,
            Actors actors,
            SignIn signIn,
            DemoPassword password) {
        this.store = store;
        this.bulk = bulk;
        this.acts = acts;
        this.orders = orders;
        this.actors = actors;
        this.signIn = signIn;
        this.password = password;
    }

    /// @param token makes one for a person
    /// @return a line of JSON: who may ask for what
    String run(Customers customers, int count, Instant now, Function<UUID, String> token)
            throws InterruptedException, ExecutionException {
        customers.settle();
        var first = customers.all().getFirst();
        var buyer = first.callers().get(2);
        signIn.give(
                Stream.concat(Stream.of(customers.agent(), customers.requester(), buyer), first.managers().stream())
                        .toList(),
                password.password());
        var emporium = new Emporium(store, acts, customers.company());
        emporium.settle();
        new Orderings(store, bulk, orders, actors, customers, emporium.all(), now).grow(count);
        var node = JsonNodeFactory.instance.objectNode();
        var bench = node.putObject("bench");
        var system = customers.company().system();
        person(system, bench.putObject("agent"), customers.agent(), token);
        person(system, bench.putObject("requester"), customers.requester(), token);
        person(system, bench.putObject("buyer"), buyer, token);
        person(system, bench.putObject("administrator"), customers.administrator(), token);
        var approvers = bench.putArray("approvers");
        first.managers().forEach(it -> person(system, approvers.addObject(), it, token));
        numbers(bench, "groups", customers.groupsOfAgent());
        var callers = first.callers().subList(3, first.callers().size()).stream()
                .filter(it -> !first.managers().contains(it))
                .map(UUID::toString)
                .toList();
        numbers(bench, "callers", callers);
        numbers(bench, "simple", items(system, emporium, it -> !it.dear() && !it.asks()));
        numbers(bench, "dear", items(system, emporium, Assortment.Sort::dear));
        numbers(bench, "asking", items(system, emporium, Assortment.Sort::asks));
        numbers(bench, "categories", numbers(system, CatalogCategoryType.CATALOG_CATEGORY, emporium.categories()));
        return JsonMapper.shared().writeValueAsString(node);
    }

    private void person(Actor system, ObjectNode node, UUID person, Function<UUID, String> token) {
        var found = store.get(system, PersonType.PERSON, person).orElseThrow();
        node.put("name", found.number()).put("token", token.apply(person));
    }

    private static void numbers(ObjectNode node, String name, List<String> numbers) {
        var array = node.putArray(name);
        numbers.forEach(array::add);
    }

    /// Of those that everybody of the customers may order.
    private List<String> items(Actor system, Emporium emporium, Predicate<Assortment.Sort> which) {
        var ids = emporium.all().stream()
                .filter(it ->
                        !it.article().conditioned() && which.test(it.article().sort()))
                .map(Emporium.Offered::item)
                .toList();
        return numbers(system, CatalogItemType.CATALOG_ITEM, ids);
    }

    private List<String> numbers(Actor system, RecordType<?> type, List<UUID> ids) {
        return store.get(system, type, ids).stream()
                .map(Snapshot::number)
                .sorted()
                .toList();
    }
}
