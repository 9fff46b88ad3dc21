package org.mainstay.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.reporting.ShippedDashboard;

/// Dashboards about incidents for those who lead a desk, work at it or answer for it.
final class ShippedIncidentDashboards implements Shipped {

    private static final String OPEN = "state:new,in_progress,on_hold";
    private static final String TO_RESOLVE = "(opened_at..resolved_at)";
    private static final String TO_RESPOND = "(opened_at..first_response_at)";

    @Override
    public List<Item> items() {
        return Stream.of(desk(), mine(), flow(), speed(), quality(), load(), demand(), major())
                .flatMap(it -> it.items().stream())
                .toList();
    }

    private static ShippedDashboard desk() {
        return new ShippedDashboard(
                        "incident_desk",
                        10,
                        "Service desk now",
                        "Service Desk jetzt",
                        "What is open, what nobody has taken and what is late.",
                        "Was offen ist, was niemand übernommen hat und was überfällig ist.")
                .tile(1, "Open incidents", "Offene Incidents", number(OPEN))
                .tile(2, "Nobody's yet", "Noch bei niemandem", number(OPEN + " assignee:empty"))
                .tile(3, "Past due", "Überfällig", number(OPEN + " due_at<now"))
                .tile(4, "Open with priority 1 or 2", "Offen mit Priorität 1 oder 2", number(OPEN + " priority<=2"))
                .tile(5, "Open by priority", "Offen nach Priorität", bars(OPEN, "priority", "count"))
                .tile(
                        6,
                        "Unassigned by group",
                        "Nicht zugewiesen nach Gruppe",
                        bars(OPEN + " assignee:empty", "group", "count"))
                .tile(7, "Open by state", "Offen nach Status", bars(OPEN, "state", "count"))
                .tile(8, "Reported and resolved per day", "Gemeldet und gelöst je Tag", both("14", "day"))
                .tile(9, "Gravest open incidents", "Schwerste offene Incidents", wide(list(OPEN)));
    }

    private static ShippedDashboard mine() {
        return new ShippedDashboard(
                        "incident_mine",
                        20,
                        "My work",
                        "Meine Arbeit",
                        "What is mine, what waits in my groups and what I got done.",
                        "Was bei mir liegt, was in meinen Gruppen wartet und was ich erledigt habe.")
                .tile(1, "Mine and open", "Meine offenen", number(OPEN + " assignee:me"))
                .tile(
                        2,
                        "Unassigned in my groups",
                        "Nicht zugewiesen in meinen Gruppen",
                        number(OPEN + " group:mygroups assignee:empty"))
                .tile(3, "Mine and past due", "Meine überfälligen", number(OPEN + " assignee:me due_at<now"))
                .tile(4, "Resolved by me", "Von mir gelöst", compared("resolved_by:me", "resolved_at", "7", "count"))
                .tile(5, "Mine, gravest first", "Meine, schwerste zuerst", list(OPEN + " assignee:me"))
                .tile(
                        6,
                        "Next in my groups",
                        "Als Nächstes in meinen Gruppen",
                        list(OPEN + " group:mygroups assignee:empty"))
                .tile(
                        7,
                        "Mine on hold, by reason",
                        "Meine wartenden nach Grund",
                        bars("state:on_hold assignee:me", "hold_reason", "count"))
                .tile(
                        8,
                        "Resolved by me per day",
                        "Von mir gelöst je Tag",
                        trend("resolved_by:me", "resolved_at", "30", "day", "count"));
    }

    private static ShippedDashboard flow() {
        return new ShippedDashboard(
                        "incident_flow",
                        30,
                        "Flow",
                        "Zu- und Abfluss",
                        "Whether more comes in than is resolved.",
                        "Ob mehr hereinkommt, als gelöst wird.")
                .tile(1, "Reported, 30 days", "Gemeldet, 30 Tage", compared("", "opened_at", "30", "count"))
                .tile(2, "Resolved, 30 days", "Gelöst, 30 Tage", compared("", "resolved_at", "30", "count"))
                .tile(3, "Open incidents", "Offene Incidents", number(OPEN))
                .tile(4, "On hold", "In Wartestellung", number("state:on_hold"))
                .tile(5, "Reported and resolved per day", "Gemeldet und gelöst je Tag", wide(both("30", "day")))
                .tile(6, "Reported and resolved per week", "Gemeldet und gelöst je Woche", both("182", "week"))
                .tile(7, "Reported per month", "Gemeldet je Monat", trend("", "opened_at", "365", "month", "count"))
                .tile(
                        8,
                        "Reported by channel",
                        "Gemeldet nach Kanal",
                        comparedBars("", "channel", "opened_at", "30", "count"))
                .tile(
                        9,
                        "Reported by priority",
                        "Gemeldet nach Priorität",
                        comparedBars("", "priority", "opened_at", "30", "count"));
    }

    private static ShippedDashboard speed() {
        return new ShippedDashboard(
                        "incident_speed",
                        40,
                        "Time to respond and resolve",
                        "Reaktions- und Lösungszeit",
                        "How long people wait, half of them and nine of ten of them.",
                        "Wie lange Menschen warten: die Hälfte und neun von zehn.")
                .tile(
                        1,
                        "Median to first response",
                        "Median bis zur ersten Reaktion",
                        compared("", "opened_at", "30", "median" + TO_RESPOND))
                .tile(
                        2,
                        "90 % had a response within",
                        "90 % hatten eine Reaktion binnen",
                        compared("", "opened_at", "30", "p90" + TO_RESPOND))
                .tile(
                        3,
                        "Median to resolution",
                        "Median bis zur Lösung",
                        compared("", "resolved_at", "30", "median" + TO_RESOLVE))
                .tile(
                        4,
                        "90 % were resolved within",
                        "90 % waren gelöst binnen",
                        compared("", "resolved_at", "30", "p90" + TO_RESOLVE))
                .tile(
                        5,
                        "Time to resolve by priority",
                        "Lösungszeit nach Priorität",
                        table("", "priority", "resolved_at", "p90" + TO_RESOLVE + ",median" + TO_RESOLVE + ",count"))
                .tile(
                        6,
                        "First response by priority",
                        "Erste Reaktion nach Priorität",
                        table("", "priority", "opened_at", "p90" + TO_RESPOND + ",median" + TO_RESPOND + ",count"))
                .tile(
                        7,
                        "Median to resolution per week",
                        "Median bis zur Lösung je Woche",
                        trend("", "resolved_at", "182", "week", "median" + TO_RESOLVE))
                .tile(
                        8,
                        "90 % resolved within, by group",
                        "90 % gelöst binnen, nach Gruppe",
                        comparedBars("", "group", "resolved_at", "30", "p90" + TO_RESOLVE));
    }

    private static ShippedDashboard quality() {
        return new ShippedDashboard(
                        "incident_quality",
                        50,
                        "Handovers and reopenings",
                        "Weitergaben und Wiedereröffnungen",
                        "Where incidents wander, and where they come back.",
                        "Wo Incidents wandern und wo sie zurückkommen.")
                .tile(
                        1,
                        "Handed over twice or more",
                        "Zweimal oder öfter weitergegeben",
                        compared("reassignment_count>=2", "resolved_at", "30", "count"))
                .tile(2, "Reopened", "Wiedereröffnet", compared("reopen_count>0", "resolved_at", "30", "count"))
                .tile(
                        3,
                        "Handovers an incident",
                        "Weitergaben je Incident",
                        compared("", "resolved_at", "30", "avg(reassignment_count)"))
                .tile(4, "Reopened and open now", "Wiedereröffnet und jetzt offen", number(OPEN + " reopen_count>0"))
                .tile(
                        5,
                        "Handovers by group",
                        "Weitergaben nach Gruppe",
                        comparedBars("", "group", "resolved_at", "30", "avg(reassignment_count)"))
                .tile(
                        6,
                        "Reopened by group",
                        "Wiedereröffnet nach Gruppe",
                        comparedBars("reopen_count>0", "group", "resolved_at", "90", "count"))
                .tile(
                        7,
                        "Handed over most, by category",
                        "Am meisten weitergegeben, nach Kategorie",
                        comparedBars("reassignment_count>=2", "category", "resolved_at", "90", "count"))
                .tile(
                        8,
                        "How they were resolved",
                        "Wie sie gelöst wurden",
                        comparedBars("", "resolution_code", "resolved_at", "90", "count"));
    }

    private static ShippedDashboard load() {
        return new ShippedDashboard(
                        "incident_load",
                        60,
                        "Load and age",
                        "Last und Alter",
                        "Who has how much, and what has lain for long.",
                        "Wer wie viel hat und was schon lange liegt.")
                .tile(1, "Open for more than 7 days", "Offen seit über 7 Tagen", number(OPEN + " opened_at<-7d"))
                .tile(2, "Open for more than 30 days", "Offen seit über 30 Tagen", number(OPEN + " opened_at<-30d"))
                .tile(3, "Open for more than 90 days", "Offen seit über 90 Tagen", number(OPEN + " opened_at<-90d"))
                .tile(4, "Untouched for 7 days", "Seit 7 Tagen unberührt", number(OPEN + " updated_at<-7d"))
                .tile(
                        5,
                        "Open by person",
                        "Offen nach Person",
                        most(bars(OPEN + " -assignee:empty", "assignee", "count"), "15"))
                .tile(6, "Open by group", "Offen nach Gruppe", most(bars(OPEN, "group", "count"), "15"))
                .tile(
                        7,
                        "Older than 30 days by group",
                        "Älter als 30 Tage nach Gruppe",
                        bars(OPEN + " opened_at<-30d", "group", "count"))
                .tile(
                        8,
                        "Resolved by person, 30 days",
                        "Gelöst nach Person, 30 Tage",
                        comparedBars("", "resolved_by", "resolved_at", "30", "count"))
                .tile(
                        9,
                        "Open for more than 90 days, gravest first",
                        "Offen seit über 90 Tagen, schwerste zuerst",
                        wide(list(OPEN + " opened_at<-90d")));
    }

    private static ShippedDashboard demand() {
        return new ShippedDashboard(
                        "incident_demand",
                        70,
                        "Where incidents come from",
                        "Woher Incidents kommen",
                        "The categories, services, people and places behind most of them.",
                        "Die Kategorien, Services, Menschen und Orte hinter den meisten.")
                .tile(1, "Categories", "Kategorien", comparedBars("", "category", "opened_at", "90", "count"))
                .tile(2, "Services", "Services", comparedBars("", "service", "opened_at", "90", "count"))
                .tile(3, "Callers", "Anrufer", comparedBars("", "caller", "opened_at", "90", "count"))
                .tile(4, "Locations", "Standorte", comparedBars("", "location", "opened_at", "90", "count"))
                .tile(
                        5,
                        "Configuration items",
                        "Configuration Items",
                        comparedBars("", "configuration_item", "opened_at", "90", "count"))
                .tile(6, "Channels", "Kanäle", comparedBars("", "channel", "opened_at", "90", "count"))
                .tile(
                        7,
                        "Reported per month",
                        "Gemeldet je Monat",
                        wide(trend("", "opened_at", "730", "month", "count")));
    }

    private static ShippedDashboard major() {
        return new ShippedDashboard(
                        "incident_major",
                        80,
                        "Major incidents",
                        "Major Incidents",
                        "What hits many at once.",
                        "Was viele auf einmal trifft.")
                .tile(1, "Open now", "Jetzt offen", number(OPEN + " major_incident:accepted"))
                .tile(2, "Proposed", "Vorgeschlagen", number(OPEN + " major_incident:proposed"))
                .tile(
                        3,
                        "Reported, 90 days",
                        "Gemeldet, 90 Tage",
                        compared("major_incident:accepted", "opened_at", "90", "count"))
                .tile(
                        4,
                        "Median to resolution",
                        "Median bis zur Lösung",
                        compared("major_incident:accepted", "resolved_at", "90", "median" + TO_RESOLVE))
                .tile(
                        5,
                        "Open major incidents",
                        "Offene Major Incidents",
                        wide(list(OPEN + " major_incident:accepted,proposed")))
                .tile(
                        6,
                        "Reported per month",
                        "Gemeldet je Monat",
                        trend("major_incident:accepted", "opened_at", "365", "month", "count"))
                .tile(
                        7,
                        "By service, a year",
                        "Nach Service, ein Jahr",
                        comparedBars("major_incident:accepted", "service", "opened_at", "365", "count"));
    }

    private static Map<String, String> number(String filter) {
        return Map.of("shape", "number", "width", "small", "collection", "incidents", "filter", filter);
    }

    private static Map<String, String> list(String filter) {
        return Map.of("shape", "list", "width", "medium", "collection", "incidents", "filter", filter, "most", "8");
    }

    private static Map<String, String> bars(String filter, String groupBy, String measure) {
        return Map.of(
                "shape",
                "bar",
                "width",
                "medium",
                "collection",
                "incidents",
                "filter",
                filter,
                "group_by",
                groupBy,
                "measure",
                measure);
    }

    private static Map<String, String> compared(String filter, String moment, String days, String measure) {
        return with(number(filter), "moment", moment, "days", days, "measure", measure, "compare", "true");
    }

    private static Map<String, String> comparedBars(
            String filter, String groupBy, String moment, String days, String measure) {
        return with(bars(filter, groupBy, measure), "moment", moment, "days", days, "compare", "true");
    }

    private static Map<String, String> table(String filter, String groupBy, String moment, String measures) {
        return with(comparedBars(filter, groupBy, moment, "30", measures), "shape", "table");
    }

    private static Map<String, String> trend(
            String filter, String moment, String days, String stretch, String measure) {
        return with(
                number(filter),
                "shape",
                "trend",
                "width",
                "medium",
                "moment",
                moment,
                "days",
                days,
                "stretch",
                stretch,
                "measure",
                measure);
    }

    private static Map<String, String> both(String days, String stretch) {
        return with(trend("", "opened_at", days, stretch, "count"), "against", "resolved_at");
    }

    private static Map<String, String> wide(Map<String, String> tile) {
        return with(tile, "width", "wide");
    }

    private static Map<String, String> most(Map<String, String> tile, String most) {
        return with(tile, "most", most);
    }

    private static Map<String, String> with(Map<String, String> tile, String... more) {
        var all = new HashMap<>(tile);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
