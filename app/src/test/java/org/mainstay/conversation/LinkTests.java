package org.mainstay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.testing.Specimen.SPECIMEN;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterSql;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.springframework.beans.factory.annotation.Autowired;

@ConversationTest
class LinkTests {

    @Autowired
    Conversations conversations;

    @Autowired
    Timelines timelines;

    @Autowired
    Histories histories;

    @Autowired
    FilterSql sql;

    @Autowired
    DSLContext db;

    @Autowired
    Stage stage;

    Actor sam;
    Actor max;
    Actor eve;

    @BeforeEach
    void cast() {
        sam = stage.sam();
        max = stage.max();
        eve = stage.eve();
    }

    @Test
    void linksShowFromBothSidesToThoseWhoSeeTheOther() {
        var one = stage.specimen("One");
        var other = stage.specimen("Other");
        var hidden = stage.hidden("Hidden");
        stage.added(sam, one, new Link(LinkType.DUPLICATES, other.id()));
        stage.added(sam, one, new Link(LinkType.BLOCKS, hidden.id()));

        assertThat(stage.add(sam, one, new Link(LinkType.DUPLICATES, other.id())))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(stage.add(sam, other, new Link(LinkType.DUPLICATED_BY, one.id())))
                .isInstanceOf(Outcome.Refused.class);

        assertThat(links(sam, one)).containsExactly("duplicates " + other.number(), "blocks " + hidden.number());
        assertThat(links(max, one)).containsExactly("duplicates " + other.number());
        assertThat(links(max, other)).containsExactly("duplicated_by " + one.number());
        assertThat(Stage.kinds(timelines.of(sam, one, 50, null))).containsExactly("Linked", "Linked", "Changed");
        assertThat(Stage.kinds(timelines.of(max, one, 50, null))).containsExactly("Linked", "Changed");
        assertThat(Stage.kinds(timelines.of(max, other, 50, null))).containsExactly("Linked", "Changed");
        assertThat(histories.of(max, one, 50, null).items())
                .extracting(Entry::kind)
                .containsExactly("save", "link");

        var link = conversations.links(sam, other).getFirst();
        assertThat(stage.add(max, other, new Unlink(link))).isInstanceOf(Outcome.Denied.class);
        stage.added(sam, other, new Unlink(link));
        assertThat(links(max, one)).isEmpty();
        assertThat(conversations.link(sam, one, link.id())).isEmpty();
    }

    @Test
    void linksNeedAnEditorAndTwoVisibleEnds() {
        var one = stage.specimen("One");
        var hidden = stage.hidden("Hidden");
        var editor = stage.person("nina");
        assertThat(stage.add(
                        max, one, new Link(LinkType.BLOCKS, stage.specimen("X").id())))
                .isInstanceOf(Outcome.Denied.class);
        assertThat(stage.add(sam, one, new Link(LinkType.BLOCKS, one.id()))).isInstanceOf(Outcome.Refused.class);
        assertThat(stage.add(sam, one, new Link(LinkType.BLOCKS, UUID.randomUUID())))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(stage.add(editor, one, new Link(LinkType.BLOCKS, hidden.id())))
                .isNotInstanceOf(Outcome.Done.class);
    }

    @Test
    void oneWatchesByOneselfAndOthersAreMadeToByThoseWhoWork() {
        var record = stage.specimen("Watched");
        stage.added(max, record, new Watch(max.id()));
        assertThat(stage.add(max, record, new Watch(eve.id()))).isInstanceOf(Outcome.Denied.class);
        stage.added(sam, record, new Watch(eve.id()));
        assertThat(stage.add(sam, record, new Watch(record.id()))).isInstanceOf(Outcome.Refused.class);
        assertThat(conversations.watchers(max, record))
                .extracting(Watcher::person)
                .containsExactly(max.id(), eve.id());
        assertThat(stage.add(max, record, new Unwatch(eve.id()))).isInstanceOf(Outcome.Denied.class);
        stage.added(eve, record, new Unwatch(eve.id()));
        assertThat(conversations.watchers(max, record))
                .extracting(Watcher::person)
                .containsExactly(max.id());
        assertThat(db.fetchValue(DSL.select(Watchers.ATTRIBUTE.sql("t"))
                        .from("specimen.specimen t")
                        .where("t.id = {0}", DSL.val(record.id()))))
                .isEqualTo(new Object[] {max.id()});
    }

    @Test
    void recordsAreFoundByTheirWatchers() {
        var watched = stage.specimen("Watched");
        var other = stage.specimen("Other");
        stage.added(max, watched, new Watch(max.id()));
        stage.added(eve, watched, new Watch(eve.id()));

        assertThat(found(max, Filter.is(Watchers.ATTRIBUTE, new Filter.Operand.Me())))
                .contains(watched.id())
                .doesNotContain(other.id());
        assertThat(found(max, new Filter.Not(Filter.is(Watchers.ATTRIBUTE, max.id()))))
                .contains(other.id())
                .doesNotContain(watched.id());
        assertThat(found(max, new Filter.Empty(Filter.Path.of(Watchers.ATTRIBUTE))))
                .contains(other.id())
                .doesNotContain(watched.id());
    }

    private List<UUID> found(Actor actor, Filter filter) {
        var condition = sql.condition(filter, SPECIMEN, "t", new FilterContext(actor, Instant.EPOCH));
        return db.select(DSL.field("t.id", UUID.class))
                .from("specimen.specimen t")
                .where(condition)
                .fetch(0, UUID.class);
    }

    private List<String> links(Actor actor, Snapshot record) {
        return conversations.links(actor, record).stream()
                .map(it -> it.type().code() + " " + it.to().number())
                .toList();
    }
}
