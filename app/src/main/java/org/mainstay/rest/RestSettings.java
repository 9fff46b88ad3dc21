package org.mainstay.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits of the API.
///
/// @param json greatest JSON body
/// @param requestsPerSecond of one person or token
/// @param burst how many at once before that rate holds
@ConfigurationProperties("mainstay.limits")
record RestSettings(
        @DefaultValue("1MB") DataSize json,
        @DefaultValue("200") long requestsPerSecond,
        @DefaultValue("1000") long burst) {}
