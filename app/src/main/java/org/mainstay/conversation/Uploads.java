package org.mainstay.conversation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Takes in files that are to be attached. To be called for a record the sender sees and outside of
/// transactions; what is not attached afterwards is swept.
public final class Uploads {

    private final Blobs blobs;
    private final AttachmentSettings settings;

    public Uploads(Blobs blobs, AttachmentSettings settings) {
        this.blobs = blobs;
        this.settings = settings;
    }

    /// Stores the content and gives the part that attaches it.
    ///
    /// @param name as it was sent
    /// @throws Blobs.TooLarge when it is larger than the setting allows (413); nothing is kept then
    /// @throws Refusal when files of that name are not taken
    public Attach receive(String name, InputStream content) throws IOException, Refusal {
        var clean = FileNames.clean(name);
        var extension = FileNames.extension(clean);
        if (settings.forbidden().contains(extension)) {
            throw new Refusal(new Problem(
                    "file",
                    Problem.of("conversation.attach.forbidden", extension).reason()));
        }
        var buffered = new BufferedInputStream(content);
        buffered.mark(MediaTypes.HEAD);
        var head = buffered.readNBytes(MediaTypes.HEAD);
        buffered.reset();
        var blob = blobs.put(buffered, settings.maxSize().toBytes());
        return new Attach(Plan.newId(), clean, MediaTypes.of(head, clean), blob, false, null);
    }

    /// The greatest file that is taken, in bytes.
    public long limit() {
        return settings.maxSize().toBytes();
    }
}
