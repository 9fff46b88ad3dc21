package org.mainstay.change.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.Window;
import org.mainstay.change.Change.Type;
import org.mainstay.change.ChangeType;
import org.mainstay.change.schedule.MaintenanceTimes;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Proportion;
import org.mainstay.kernel.record.Snapshot;

/// Reads of a change what rules ask for, as the actor sees it.
final class RiskFacts {

    private final HitFacts hits;
    private final Experience experience;
    private final MaintenanceTimes maintenance;
    private final Zones zones;

    RiskFacts(HitFacts hits, Experience experience, MaintenanceTimes maintenance, Zones zones) {
        this.hits = hits;
        this.experience = experience;
        this.maintenance = maintenance;
        this.zones = zones;
    }

    /// In which zone people work whom a change concerns.
    @FunctionalInterface
    interface Zones {
        ZoneId of(Snapshot change);
    }

    Map<Fact, Reading> of(Actor actor, Snapshot change) {
        var facts = new EnumMap<Fact, Reading>(Fact.class);
        facts.putAll(hits.of(actor, change));
        window(change, facts);
        facts.put(Fact.NO_TEST_PLAN, written(change, ChangeType.TEST_PLAN, "test_plan"));
        facts.put(Fact.NO_BACK_OUT_PLAN, written(change, ChangeType.BACK_OUT_PLAN, "back_out_plan"));
        boolean emergency = change.get(ChangeType.TYPE) == Type.EMERGENCY;
        facts.put(Fact.EMERGENCY, yesNo(emergency, Message.of("risk.text.emergency." + word(emergency))));
        past(actor, change, facts);
        return facts;
    }

    private void window(Snapshot change, Map<Fact, Reading> facts) {
        var start = change.get(ChangeType.PLANNED_START);
        var end = change.get(ChangeType.PLANNED_END);
        if (start == null || end == null) {
            var unknown = Reading.unknown(Message.of("risk.text.no_window"));
            facts.put(Fact.HOURS, unknown);
            return;
        }
        long minutes = Duration.between(start, end).toMinutes();
        long hours = (minutes + 59) / 60;
        facts.put(Fact.HOURS, Reading.of(hours, Message.of("risk.text.hours", hours)));
        facts.put(Fact.OUTSIDE_MAINTENANCE, maintained(change, start, end));
        var zone = zones.of(change);
        boolean touched = BusinessHours.touched(start, end, zone);
        facts.put(
                Fact.BUSINESS_HOURS,
                yesNo(touched, Message.of("risk.text.business_hours." + word(touched), zone.getId())));
    }

    private Reading maintained(Snapshot change, Instant start, Instant end) {
        var item = change.get(ChangeType.CONFIGURATION_ITEM);
        var covered = item == null || !start.isBefore(end)
                ? Optional.<Boolean>empty()
                : maintenance.cover(change.organisation(), item, new Window(start, end));
        return covered.map(it -> yesNo(!it, Message.of("risk.text.maintenance." + (it ? "within" : "outside"))))
                .orElseGet(() -> Reading.of(0, Message.of("risk.text.maintenance.none")));
    }

    private static Reading written(Snapshot change, Attribute<String> plan, String name) {
        var text = change.get(plan);
        boolean missing = text == null || text.isBlank();
        return yesNo(missing, Message.of("risk.text." + name + (missing ? ".missing" : ".there")));
    }

    private static Reading yesNo(boolean holds, Message text) {
        return Reading.of(holds ? 1 : 0, text);
    }

    private static String word(boolean holds) {
        return holds ? "yes" : "no";
    }

    private void past(Actor actor, Snapshot change, Map<Fact, Reading> facts) {
        var model = failures(actor, change, ChangeType.MODEL);
        var group = failures(actor, change, ChangeType.GROUP);
        var item = failures(actor, change, ChangeType.CONFIGURATION_ITEM);
        facts.put(Fact.MODEL_FAILURES, possible(model, "model"));
        facts.put(Fact.GROUP_FAILURES, possible(group, "group"));
        facts.put(Fact.ITEM_FAILURES, possible(item, "item"));
        long known = Math.max(proven(model), Math.max(proven(group), proven(item)));
        facts.put(Fact.KNOWN_FAILURES, Reading.of(known, Message.of("risk.text.known_failures", known)));
    }

    private @Nullable Proportion failures(Actor actor, Snapshot change, Attribute<UUID> attribute) {
        var value = change.get(attribute);
        return value == null ? null : experience.failures(actor, attribute, value, change.id());
    }

    private static Reading possible(@Nullable Proportion failures, String of) {
        if (failures == null) {
            return Reading.unknown(Message.of("risk.text.failures." + of + ".unnamed"));
        }
        long percent = Math.round(failures.high() * 100);
        return Reading.of(
                percent,
                failures.cases() == 0
                        ? Message.of("risk.text.failures." + of + ".none")
                        : Message.of("risk.text.failures." + of, failures.found(), failures.cases(), percent));
    }

    private static long proven(@Nullable Proportion failures) {
        return failures == null ? 0 : Math.round(failures.low() * 100);
    }
}
