package org.mainstay.cmdb.health;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// What a measure is called and how much it counts. Its descriptor is [HealthMeasureType].
///
/// @param weight in the score; 0 for a measure that is only shown
public record HealthMeasure(
        UUID id, String code, String label, @Nullable String labelInGerman, long weight, boolean active) {

    static HealthMeasure of(Snapshot it) {
        return new HealthMeasure(
                it.id(),
                it.need(HealthMeasureType.CODE),
                it.need(HealthMeasureType.LABEL),
                it.get(HealthMeasureType.LABEL_DE),
                it.need(HealthMeasureType.WEIGHT),
                it.need(HealthMeasureType.ACTIVE));
    }

    String label(Locale reader) {
        boolean german = Locale.GERMAN.getLanguage().equals(reader.getLanguage());
        return german && labelInGerman != null ? labelInGerman : label;
    }
}
