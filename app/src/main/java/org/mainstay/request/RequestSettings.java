package org.mainstay.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings `mainstay.request.*`.
///
/// @param closeAfter how long after its delivery a request closes by itself
/// @param cartKept how long a line stays in a cart that nobody touches
@ConfigurationProperties("mainstay.request")
record RequestSettings(
        @DefaultValue("7d") Duration closeAfter,
        @DefaultValue("90d") Duration cartKept) {}
