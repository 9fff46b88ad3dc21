/// Calendar feeds: secret addresses at which calendar programs read the changes and freeze periods that a person sees
/// (RFC 5545). Read `CalendarFeeds` first, then `FeedEntries`.
@NullMarked
package org.mainstay.change.feed;

import org.jspecify.annotations.NullMarked;
