package org.mainstay.cmdb.graph;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// What the graph holds: items and relations by number, and by item its neighbours in three ways. A relation along
/// which failure travels both ways is in two of them, one for each. Not for several threads.
final class Store {

    /// What began by then and has no end needs no look at its times when asked for later.
    final long settled;

    final Items items;
    final Relations relations = new Relations();

    /// Whom the failure of an item hits.
    final Links hits = new Links();

    /// Whose failure hits an item.
    final Links needs = new Links();

    /// Neighbours by relations that carry no failure.
    final Links others = new Links();

    final Links[] all = {hits, needs, others};

    private final Failure[] failures = new Failure[Relation.LAST_TYPE + 1];

    /// Takes one of the two or four lines that a relation is in the lists.
    @FunctionalInterface
    private interface Line {

        void take(Links links, int item, int neighbour, int entry);
    }

    Store(long settled) {
        this.settled = settled;
        this.items = new Items(settled);
        Arrays.fill(failures, Failure.NONE);
    }

    void travels(int type, Failure failure) {
        ofType(type, this::unlink);
        declare(type, failure);
        ofType(type, this::link);
    }

    /// Says how failure travels where no relation of the type is linked.
    void declare(int type, Failure failure) {
        Item.check("type", type, 0, Relation.LAST_TYPE);
        failures[type] = failure;
    }

    private void ofType(int type, IntConsumer step) {
        for (int number = 1; number < relations.length(); number++) {
            if (relations.has(number) && relations.type(number) == type) {
                step.accept(number);
            }
        }
    }

    void put(Item item) {
        reachItem(item.number());
        items.put(item);
    }

    void put(Relation relation) {
        if (relations.has(relation.number())) {
            unlink(relation.number());
        }
        keep(relation);
        reachItem(Math.max(relation.from(), relation.to()));
        link(relation.number());
    }

    void removeRelation(int number) {
        if (relations.has(number)) {
            unlink(number);
            relations.remove(number);
        }
    }

    /// Takes a relation that [#linkAll] will link.
    void keep(Relation relation) {
        if (relation.number() >= relations.length()) {
            relations.resize(longer(relations.length(), relation.number()));
        }
        relations.put(relation);
    }

    /// Links what was kept; nothing has slack then.
    void linkAll() {
        int lastRelation = 0;
        int lastItem = items.last();
        for (int number = 1; number < relations.length(); number++) {
            if (relations.has(number)) {
                lastRelation = number;
                lastItem = Math.max(lastItem, Math.max(relations.from(number), relations.to(number)));
            }
        }
        relations.resize(lastRelation + 1);
        resizeItems(lastItem + 1);
        for (var links : all) {
            links.prepare();
        }
        each((links, item, _, _) -> links.expect(item));
        for (var links : all) {
            links.makeRoom();
        }
        each(Links::add);
    }

    private void each(Line line) {
        for (int number = 1; number < relations.length(); number++) {
            if (relations.has(number)) {
                lines(number, line);
            }
        }
    }

    private void link(int number) {
        lines(number, Links::add);
    }

    private void unlink(int number) {
        lines(number, (links, item, _, _) -> links.remove(item, number));
    }

    private void lines(int number, Line line) {
        int from = relations.from(number);
        int to = relations.to(number);
        int entry = number | (relations.begunAndOpen(number, settled) ? Links.SETTLED : 0);
        var failure = failures[relations.type(number)];
        if (failure.up()) {
            int one = entry | (relations.group(number) == 0 ? 0 : Links.GROUPED);
            line.take(hits, to, from, one);
            line.take(needs, from, to, one);
        }
        if (failure.down()) {
            line.take(hits, from, to, entry);
            line.take(needs, to, from, entry);
        }
        if (failure == Failure.NONE) {
            line.take(others, from, to, entry);
            line.take(others, to, from, entry);
        }
    }

    private void reachItem(int number) {
        if (number >= items.length()) {
            resizeItems(longer(items.length(), number));
        }
    }

    private void resizeItems(int length) {
        items.resize(length);
        for (var links : all) {
            links.resize(length);
        }
    }

    private static int longer(int length, int number) {
        return Math.max(number + 1, length + length / 4);
    }
}
