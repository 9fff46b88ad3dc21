/// What administrators tell everybody, or one organisation or group, at the top of every page. Read
/// `AnnouncementType` first.
@NullMarked
package org.mainstay.web.announcement;

import org.jspecify.annotations.NullMarked;
