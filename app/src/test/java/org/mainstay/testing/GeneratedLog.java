package org.mainstay.testing;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An incident log of another desk, of the shape of real ones and as long as a test needs it: each
/// incident is reported, worked on, asked about, resolved and closed.
public final class GeneratedLog {

    private static final String HEAD = "number,incident_state,reassignment_count,reopen_count,sys_mod_count,made_sla,"
            + "caller_id,sys_updated_by,sys_updated_at,opened_at,contact_type,category,subcategory,u_symptom,impact,"
            + "urgency,priority,assignment_group,closed_code,resolved_by,resolved_at,closed_at\n";
    private static final String[] STATES = {"New", "Active", "Awaiting User Info", "Resolved", "Closed"};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm", Locale.ROOT);
    private static final LocalDateTime BEGIN = LocalDateTime.of(2016, 2, 29, 8, 0);

    private GeneratedLog() {}

    public static String of(int incidents) {
        return of("GEN", incidents);
    }

    /// @param prefix of the numbers, and part of the people's names
    public static String of(String prefix, int incidents) {
        var log = new StringBuilder(HEAD);
        for (int i = 0; i < incidents; i++) {
            var opened = BEGIN.plusMinutes(i);
            for (int row = 0; row < STATES.length; row++) {
                log.append(prefix).append(i).append(',').append(STATES[row]);
                log.append(',').append(row % 3).append(",0,").append(row).append(",true,Caller ");
                log.append(prefix)
                        .append(' ')
                        .append(i % 50)
                        .append(",Updater ")
                        .append(row % 7)
                        .append(',');
                log.append(TIME.format(opened.plusHours(row))).append(',').append(TIME.format(opened));
                log.append(",Phone,Category ")
                        .append(i % 9)
                        .append(",Subcategory ")
                        .append(i % 27);
                log.append(",Symptom ").append(i % 40).append(",2 - Medium,3 - Low,4 - Low,Group ");
                log.append((i + row) % 12)
                        .append(",code 6,Resolver ")
                        .append(i % 5)
                        .append(',');
                log.append(TIME.format(opened.plusHours(3))).append(',');
                log.append(TIME.format(opened.plusHours(4))).append('\n');
            }
        }
        return log.toString();
    }
}
