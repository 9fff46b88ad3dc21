package org.mainstay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Timeline.What;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.testing.Specimen;
import org.springframework.beans.factory.annotation.Autowired;

@ConversationTest
class TimelineTests {

    @Autowired
    Timelines timelines;

    @Autowired
    Histories histories;

    @Autowired
    Mentions mentions;

    @Autowired
    Stage stage;

    Actor system;
    Actor sam;
    Actor max;
    Actor eve;

    @BeforeEach
    void cast() {
        system = stage.system();
        sam = stage.sam();
        max = stage.max();
        eve = stage.eve();
    }

    @Test
    void theTimelineTellsAllNewestFirstPageByPage() {
        var record = stage.specimen("Timeline");
        stage.added(max, record, new Comment("first", false));
        var plan = Plan.of(Cause.action("wear"));
        plan.edit(stage.seen(sam, record.id()))
                .set(Specimen.CONDITION, Specimen.Condition.WORN)
                .set(Specimen.SECRET, "louder")
                .set(Specimen.KIN, Set.of(sam.id()))
                .add(new Comment("worn out", true));
        assertThat(stage.save(sam, plan)).isInstanceOf(Saved.Done.class);
        stage.added(sam, record, new Watch(eve.id()));

        var mine = timelines.of(sam, record, 50, null);
        assertThat(Stage.kinds(mine)).containsExactly("Watched", "Said", "Changed", "Said", "Changed");
        assertThat(mine.next()).isNull();
        var change = mine.items().get(2);
        assertThat(change.causeName()).isEqualTo("wear");
        assertThat(((What.Changed) change.what()).changes())
                .extracting(it -> it.attribute().code())
                .containsExactly("condition", "kin");
        assertThat(((What.Changed) change.what()).changes().getFirst().now()).isEqualTo(Specimen.Condition.WORN);
        assertThat(mine.labels()).containsKeys(sam.id(), max.id(), eve.id());

        assertThat(Stage.kinds(timelines.of(max, record, 50, null)))
                .containsExactly("Watched", "Changed", "Said", "Changed");
        var paged = new ArrayList<Timeline.Item>();
        String before = null;
        do {
            var page = timelines.of(sam, record, 2, before);
            paged.addAll(page.items());
            before = page.next();
        } while (before != null);
        assertThat(paged).isEqualTo(mine.items());
    }

    @Test
    void aTimelineTakesThreeStatementsHoweverLongItIs() {
        var record = stage.specimen("Long");
        for (int n = 0; n < 20; n++) {
            stage.added(sam, record, new Comment("n" + n, n % 2 == 0));
            stage.added(
                    sam,
                    record,
                    new Link(LinkType.RELATES_TO, stage.specimen("other " + n).id()));
        }
        int before = Stage.statements();
        assertThat(timelines.of(max, record, 50, null).items()).hasSize(31);
        assertThat(Stage.statements() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void historyHoldsOnlyWhatTheReaderMayKnow() {
        var record = stage.specimen("History");
        stage.added(sam, record, new Comment("inside", true));
        var plan = Plan.of(Cause.EDITED);
        plan.edit(stage.seen(system, record.id())).set(Specimen.SECRET, "louder");
        assertThat(stage.save(system, plan)).isInstanceOf(Saved.Done.class);
        var change = Plan.of(Cause.EDITED);
        change.edit(stage.seen(system, record.id()))
                .set(Specimen.SECRET, "more")
                .set(Specimen.SIZE, 3L);
        assertThat(stage.save(system, change)).isInstanceOf(Saved.Done.class);

        var all = histories.of(system, record, 50, null).items();
        assertThat(all).extracting(Entry::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(all).extracting(Entry::kind).containsExactly("save", "comment", "save", "save");
        var worker = stage.person("otto", "specimen:work", "specimen:sensitive");
        assertThat(histories.of(worker, record, 50, null).items()).isEqualTo(all);

        var few = histories.of(max, record, 50, null).items();
        assertThat(few).extracting(Entry::version).containsExactly(1L, 4L);
        assertThat(few).allSatisfy(it -> assertThat(it.changes().has("secret")).isFalse());
        assertThat(few.getLast().changes().propertyNames()).containsExactly("size");

        var first = histories.of(system, record, 3, null);
        assertThat(first.items()).hasSize(3);
        assertThat(histories.of(system, record, 3, first.next()).items())
                .extracting(Entry::version)
                .containsExactly(4L);
        assertThatThrownBy(() -> histories.of(system, record, 3, "x")).isInstanceOf(BadQuery.class);
    }

    @Test
    void mentionsLeadOnlyToWhatTheReaderSees() {
        var open = stage.specimen("Open");
        var hidden = stage.hidden("Hidden");
        var text = "@sam see " + open.number() + " and " + hidden.number();
        assertThat(Markdown.html(text, mentions.in(List.of(text), max)))
                .contains("/specimens/" + open.number())
                .contains("title=\"Open\"")
                .doesNotContain("/specimens/" + hidden.number())
                .doesNotContain("title=\"Hidden\"");
        assertThat(Markdown.html(text, mentions.in(List.of(text), sam))).contains("/specimens/" + hidden.number());
    }
}
