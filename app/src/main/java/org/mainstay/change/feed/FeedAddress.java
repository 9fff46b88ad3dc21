package org.mainstay.change.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Where this installation is reached: as it is set, else as the request at hand reached it.
///
/// @param set null where nobody said
record FeedAddress(@Nullable String set) {

    /// Without a slash at its end.
    String base() {
        var base = set == null || set.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : set;
        return base.replaceAll("/+$", "");
    }

    /// What a calendar program subscribes to.
    String of(String secret) {
        return base() + "/calendar/" + secret + ".ics";
    }
}
