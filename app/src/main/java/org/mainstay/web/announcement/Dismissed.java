package org.mainstay.web.announcement;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.ResponseCookie;

/// Which announcements somebody has put away, kept in their browser: the last twenty.
public final class Dismissed {

    private static final String COOKIE = "dismissed";
    private static final Pattern KEY = Pattern.compile("ANN[0-9]{1,12}\\.[0-9]{1,9}");
    private static final int MOST = 20;
    private static final Duration KEPT = Duration.ofDays(90);

    private Dismissed() {}

    public static Set<String> of(HttpServletRequest request) {
        var keys = new LinkedHashSet<String>();
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().length() <= 2_000) {
                    Arrays.stream(cookie.getValue().split("_"))
                            .filter(it -> KEY.matcher(it).matches())
                            .limit(MOST)
                            .forEach(keys::add);
                }
            }
        }
        return keys;
    }

    /// @return the cookie that remembers this one too; null where the key is none
    static String with(HttpServletRequest request, String key) {
        var keys = new ArrayList<>(of(request));
        if (KEY.matcher(key).matches()) {
            keys.remove(key);
            keys.add(key);
        }
        var last = keys.subList(Math.max(0, keys.size() - MOST), keys.size());
        return ResponseCookie.from(COOKIE, String.join("_", last))
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build()
                .toString();
    }
}
