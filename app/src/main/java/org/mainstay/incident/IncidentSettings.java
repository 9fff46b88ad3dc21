package org.mainstay.incident;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings `mainstay.incident.*`.
///
/// @param reopenWindow how long after its resolution an incident goes back into work; later a follow-up
///     is made
/// @param closeAfter how long after its resolution an incident closes by itself
/// @param remindAfter how long a caller may leave a question unanswered before each reminder
/// @param undoMergeWithin how long a merge can be undone
@ConfigurationProperties("mainstay.incident")
record IncidentSettings(
        @DefaultValue("14d") Duration reopenWindow,
        @DefaultValue("5d") Duration closeAfter,
        @DefaultValue({"3d", "6d"}) List<Duration> remindAfter,
        @DefaultValue("30d") Duration undoMergeWithin) {

    static final IncidentSettings DEFAULT = new IncidentSettings(
            Duration.ofDays(14),
            Duration.ofDays(5),
            List.of(Duration.ofDays(3), Duration.ofDays(6)),
            Duration.ofDays(30));
}
