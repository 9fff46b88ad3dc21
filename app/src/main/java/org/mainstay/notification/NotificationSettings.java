package org.mainstay.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of what persons are told.
///
/// @param keep how long a notification is kept
/// @param mostRecipients how many of a group, or of those who watch, are told of one thing
@ConfigurationProperties("mainstay.notification")
record NotificationSettings(
        @DefaultValue("90d") Duration keep,
        @DefaultValue("200") int mostRecipients) {}
