package org.mainstay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Outcome;
import org.springframework.beans.factory.annotation.Autowired;

@ConversationTest
class CommentTests {

    @Autowired
    Conversations conversations;

    @Autowired
    Uploads uploads;

    @Autowired
    Timelines timelines;

    @Autowired
    Stage stage;

    Actor sam;
    Actor max;

    @BeforeEach
    void cast() {
        sam = stage.sam();
        max = stage.max();
    }

    @Test
    void whoeverSeesARecordCommentsOnItAndWorkNotesAreForThoseWhoWork() {
        var record = stage.specimen("Comments");
        stage.added(max, record, new Comment("It  smells\r\nodd ", false));
        stage.added(sam, record, new Comment("Caller is right", true));
        assertThat(stage.add(max, record, new Comment("psst", true))).isInstanceOf(Outcome.Denied.class);
        assertThat(texts(max, record)).containsExactly("It  smells\nodd");
        assertThat(texts(sam, record)).containsExactly("It  smells\nodd", "Caller is right");
        var note = conversations.comments(sam, record, 100, null).items().getLast();
        assertThat(note.by()).isEqualTo(sam.id());
        assertThat(note.internal()).isTrue();
        assertThat(conversations.comment(sam, record, note.id())).contains(note);
        assertThat(conversations.comment(max, record, note.id())).isEmpty();
        assertThat(conversations.comment(sam, stage.specimen("Other"), note.id()))
                .isEmpty();
    }

    @Test
    void commentsThatSayNothingOrTooMuchAreRefusedAndNothingIsWritten() {
        var record = stage.specimen("Refusals");
        for (var text : List.of("", "  \n ", "a\u0000b", "x".repeat(100_001), "\uD83D")) {
            assertThat(stage.add(max, record, new Comment(text, false))).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(texts(sam, record)).isEmpty();
        assertThat(stage.seen(sam, record.id()).version()).isEqualTo(1);
    }

    @Test
    void whatIsSaidTogetherIsKeptTogetherOrNotAtAll() {
        var record = stage.specimen("Together");
        var said = new Comment("Both or none", false);
        assertThat(stage.add(max, record, said, new Comment(" ", false))).isInstanceOf(Outcome.Refused.class);
        assertThat(stage.add(max, record, said, new Comment("psst", true))).isInstanceOf(Outcome.Denied.class);
        assertThat(texts(sam, record)).isEmpty();
        assertThat(stage.seen(sam, record.id()).version()).isEqualTo(1);
        assertThat(stage.add(max, record, said, new Comment("Both", false))).isInstanceOf(Outcome.Done.class);
        assertThat(timelines.of(sam, record, 2, null).items().stream()
                        .map(Timeline.Item::operation)
                        .distinct())
                .hasSize(1);
        assertThat(texts(sam, record)).containsExactly("Both or none", "Both");
    }

    @Test
    void aRecordOneDoesNotSeeTakesNoComments() {
        var hidden = stage.hidden("Hidden");
        assertThat(stage.add(max, hidden, new Comment("hello", false))).isInstanceOf(Outcome.Missing.class);
        assertThat(texts(sam, hidden)).isEmpty();
    }

    @Test
    void commentsComePageByPageOldestFirst() {
        var record = stage.specimen("Pages");
        for (int n = 0; n < 7; n++) {
            stage.added(sam, record, new Comment("n" + n, n % 2 == 1));
        }
        assertThat(paged(sam, record, 3)).containsExactly("n0", "n1", "n2", "n3", "n4", "n5", "n6");
        assertThat(paged(max, record, 2)).containsExactly("n0", "n2", "n4", "n6");
        for (var bad : List.of("x", "_", "2026-01-01T00:00:00Z_x", "99", "'; drop table x")) {
            assertThatThrownBy(() -> conversations.comments(max, record, 2, bad))
                    .isInstanceOf(BadQuery.class);
            assertThatThrownBy(() -> timelines.of(max, record, 2, bad)).isInstanceOf(BadQuery.class);
        }
    }

    @Test
    void everyTextExistsInEveryLanguage() {
        var english = keys("text/conversation.properties");
        assertThat(keys("text/conversation_de.properties")).isEqualTo(english);
        for (var type : LinkType.values()) {
            assertThat(english).contains("conversation.link." + type.code());
            assertThat(type.inverse().inverse()).isEqualTo(type);
        }
    }

    private List<String> paged(Actor actor, Snapshot record, int limit) {
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var page = conversations.comments(actor, record, limit, cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(it -> all.add(it.text()));
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private List<String> texts(Actor actor, Snapshot record) {
        return conversations.comments(actor, record, 100, null).items().stream()
                .map(PostedComment::text)
                .toList();
    }

    private static Set<String> keys(String bundle) {
        var properties = new Properties();
        try (var in = CommentTests.class.getClassLoader().getResourceAsStream(bundle)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }
}
