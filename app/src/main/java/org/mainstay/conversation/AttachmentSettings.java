package org.mainstay.conversation;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings `mainstay.attachment.*`.
///
/// @param maxSize the greatest file
/// @param forbidden extensions (without the dot, in lower case) that are refused, for example
///     `exe,js,vbs`
@ConfigurationProperties("mainstay.attachment")
public record AttachmentSettings(
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue Set<String> forbidden) {}
