package org.mainstay.conversation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.blob.Blobs;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// A file as it is served, by pages and by the API alike: images in the page, everything else only as a
/// download that can do nothing in the product's name.
public final class AttachmentContent {

    private final Attachment attachment;
    private final Blob blob;
    private final Blobs blobs;

    AttachmentContent(Attachment attachment, Blob blob, Blobs blobs) {
        this.attachment = attachment;
        this.blob = blob;
        this.blobs = blobs;
    }

    public Attachment attachment() {
        return attachment;
    }

    /// The headers of the answer. They replace any policy set for pages.
    public Map<String, String> headers() {
        var disposition = attachment.image() ? ContentDisposition.inline() : ContentDisposition.attachment();
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_TYPE, attachment.mediaType());
        headers.put(HttpHeaders.CONTENT_LENGTH, String.valueOf(attachment.size()));
        headers.put(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition
                        .filename(attachment.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        headers.put(HttpHeaders.ETAG, "\"" + attachment.id() + "\"");
        return headers;
    }

    /// Writes the content in bounded memory.
    public void writeTo(OutputStream out) throws IOException {
        try (var content = blobs.open(blob)) {
            content.transferTo(out);
        }
    }
}
