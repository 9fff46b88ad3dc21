package org.mainstay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Timeline.What;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.Outcome;
import org.springframework.beans.factory.annotation.Autowired;

@ConversationTest
class AttachmentTests {

    @Autowired
    Conversations conversations;

    @Autowired
    Timelines timelines;

    @Autowired
    Uploads uploads;

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
    void filesAreAttachedServedAndTakenOff() throws Exception {
        var record = stage.specimen("Files");
        var content = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var attach = uploads.receive("../Bäume.html", new ByteArrayInputStream(content));
        stage.added(max, record, attach);

        var served = conversations.content(eve, record, attach.id()).orElseThrow();
        var out = new ByteArrayOutputStream();
        served.writeTo(out);
        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(served.headers())
                .containsEntry("Content-Security-Policy", "sandbox; default-src 'none'")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Length", String.valueOf(content.length));
        assertThat(served.headers().get("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''B%C3%A4ume.html");

        assertThat(conversations.content(eve, stage.specimen("Elsewhere"), attach.id()))
                .isEmpty();
        var attachment = conversations.attachments(eve, record).getFirst();
        assertThat(stage.add(eve, record, new Unattach(attachment))).isInstanceOf(Outcome.Denied.class);
        stage.added(max, record, new Unattach(attachment));
        assertThat(conversations.attachments(eve, record)).isEmpty();
        assertThat(conversations.content(sam, record, attach.id())).isEmpty();
        assertThat(timelines.of(eve, record, 50, null).items().get(1).what())
                .isInstanceOfSatisfying(
                        What.Attached.class, it -> assertThat(it.removed()).isTrue());
        assertThat(conversations.release(Instant.now().plusSeconds(60))).isPositive();
    }

    @Test
    void onlyImagesAreShownInPages() throws Exception {
        var record = stage.specimen("Images");
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 0, 1};
        var attach = uploads.receive("plan.png", new ByteArrayInputStream(png));
        stage.added(max, record, attach);
        var served = conversations.content(max, record, attach.id()).orElseThrow();
        assertThat(served.headers().get("Content-Disposition")).startsWith("inline;");
        assertThat(served.headers()).containsEntry("Content-Type", "image/png");
    }

    @Test
    void filesWithWorkNotesAreForThoseWhoWork() throws Exception {
        var record = stage.specimen("Internal files");
        var note = new Comment("See file", true);
        var attach = uploads.receive("log.txt", new ByteArrayInputStream(new byte[] {1}));
        var plan = Plan.of(Cause.EDITED);
        plan.edit(stage.seen(sam, record.id())).add(note).add(attach.to(note));
        assertThat(stage.save(sam, plan)).isInstanceOf(Saved.Done.class);

        assertThat(conversations.attachments(sam, record))
                .singleElement()
                .satisfies(it -> assertThat(it.comment()).isEqualTo(note.id()));
        assertThat(conversations.attachments(max, record)).isEmpty();
        assertThat(conversations.attachment(max, record, attach.id())).isEmpty();
        assertThat(conversations.content(max, record, attach.id())).isEmpty();
        assertThat(stage.add(max, record, attach.internally())).isInstanceOf(Outcome.Denied.class);
        assertThat(stage.add(max, record, new Unattach(attach.id(), "log.txt", false)))
                .isInstanceOf(Outcome.Denied.class);
        assertThat(Stage.kinds(timelines.of(max, record, 50, null))).containsExactly("Changed");
        assertThat(Stage.kinds(timelines.of(sam, record, 50, null))).containsExactly("Attached", "Said", "Changed");
    }

    @Test
    void filesThatAreTooLargeOrForbiddenAreNotTaken() {
        assertThatThrownBy(() -> uploads.receive("x.bin", new ByteArrayInputStream(new byte[310_000])))
                .isInstanceOf(Blobs.TooLarge.class);
        assertThatThrownBy(() -> uploads.receive("x.tar.EXE", new ByteArrayInputStream(new byte[1])))
                .hasMessage("conversation.attach.forbidden");
    }
}
