package org.mainstay.transfer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits of imports.
///
/// @param maxSize greatest file, as it is sent
@ConfigurationProperties("mainstay.import")
record ImportSettings(@DefaultValue("1GB") DataSize maxSize) {}
