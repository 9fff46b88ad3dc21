package org.mainstay.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/// What a file is. Nobody's word is taken for it: images are known by their first bytes, everything else
/// by its name, and only these images are ever shown inside a page.
public final class MediaTypes {

    /// How many of the first bytes [#of] wants to see.
    public static final int HEAD = 12;

    /// Raster images that every browser shows.
    public static final Set<String> INLINE = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private MediaTypes() {}

    /// @param head the first bytes
    /// @param name clean
    public static String of(byte[] head, String name) {
        if (starts(head, 0, PNG)) {
            return "image/png";
        }
        if (starts(head, 0, JPEG)) {
            return "image/jpeg";
        }
        if (starts(head, 0, ascii("GIF87a")) || starts(head, 0, ascii("GIF89a"))) {
            return "image/gif";
        }
        if (starts(head, 0, ascii("RIFF")) && starts(head, 8, ascii("WEBP"))) {
            return "image/webp";
        }
        return MediaTypeFactory.getMediaType(name)
                .map(MediaType::toString)
                .filter(it -> !INLINE.contains(it))
                .orElse(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }

    private static boolean starts(byte[] head, int at, byte[] magic) {
        int end = at + magic.length;
        return head.length >= end && Arrays.equals(head, at, end, magic, 0, magic.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
