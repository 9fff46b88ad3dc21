package org.mainstay.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits of the API.
///
/// @param json greatest JSON body
@ConfigurationProperties("mainstay.limits")
record RestSettings(@DefaultValue("1MB") DataSize json) {}
