package org.mainstay.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Attach;
import org.mainstay.conversation.Uploads;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.springframework.web.multipart.MultipartFile;

/// The files that somebody sends along.
final class Files {

    private static final int MOST = 10;

    private final Uploads uploads;

    Files(Uploads uploads) {
        this.uploads = uploads;
    }

    static boolean any(@Nullable List<MultipartFile> sent) {
        return sent != null && sent.stream().anyMatch(it -> !it.isEmpty());
    }

    /// @throws Refusal when one of them is not taken; none is kept then
    List<Attach> received(@Nullable List<MultipartFile> sent) throws IOException, Refusal {
        var files = sent == null
                ? List.<MultipartFile>of()
                : sent.stream().filter(it -> !it.isEmpty()).toList();
        if (files.size() > MOST) {
            throw new Refusal(Problem.of("portal.too_many_files", MOST));
        }
        var received = new ArrayList<Attach>();
        for (var file : files) {
            try (var content = file.getInputStream()) {
                received.add(uploads.receive(String.valueOf(file.getOriginalFilename()), content));
            }
        }
        return received;
    }
}
