package org.mainstay.kernel.blob;

import java.util.HexFormat;

/// A stored content. Whoever holds one may read it, so none is ever made from what a caller outside says:
/// it is reached through the attachment or import that refers to it.
///
/// @param hash SHA-256 in lower-case hexadecimal
/// @param size in bytes
public record Blob(String hash, long size) {

    public static Blob of(byte[] hash, long size) {
        return new Blob(HexFormat.of().formatHex(hash), size);
    }

    /// The hash as the database keeps it.
    public byte[] digest() {
        return HexFormat.of().parseHex(hash);
    }
}
