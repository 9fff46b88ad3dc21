package org.mainstay.cmdb.discovery;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Internet addresses as text. No name is ever looked up.
final class Addresses {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");

    private Addresses() {}

    /// The one form of an address, or null where the text is none.
    static @Nullable String normal(String text) {
        var v4 = V4.matcher(text);
        if (v4.matches()) {
            var joined = new StringBuilder(15);
            for (int i = 1; i <= 4; i++) {
                int part = Integer.parseInt(v4.group(i));
                if (part > 255) {
                    return null;
                }
                joined.append(i == 1 ? "" : ".").append(part);
            }
            return joined.toString();
        }
        var zone = text.indexOf('%');
        return v6((zone < 0 ? text : text.substring(0, zone)).toLowerCase(Locale.ROOT));
    }

    /// Eight groups without leading zeros; `::` only stands where it stood.
    private static @Nullable String v6(String text) {
        if (text.length() > 39 || text.indexOf(':') < 0) {
            return null;
        }
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        var before = gap < 0 ? text : text.substring(0, gap);
        var after = gap < 0 ? "" : text.substring(gap + 2);
        int groups = groups(before) + groups(after);
        boolean right = gap < 0 ? groups == 8 : groups < 8;
        return right ? text : null;
    }

    private static int groups(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        var groups = text.split(":", -1);
        for (var group : groups) {
            if (!GROUP.matcher(group).matches()) {
                return 100;
            }
        }
        return groups.length;
    }

    /// Whether others may reach a machine by it: no loopback, nothing local to the cable, nothing unset.
    static boolean reachable(String normal) {
        return !normal.startsWith("127.")
                && !normal.startsWith("0.")
                && !normal.startsWith("169.254.")
                && !normal.startsWith("fe80:")
                && !normal.equals("::1")
                && !normal.equals("::")
                && !normal.equals("255.255.255.255");
    }
}
