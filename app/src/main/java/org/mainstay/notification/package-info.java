/// Tells persons what happens to records that concern them: a mention, an assignment, a reply, another
/// state. Notifications are made from the feed and from nothing else, for those who may see what they tell
/// of; whoever may not see it any more when they look is not shown it. Read `Notifying` first, then
/// `Notifications`; `Concern` is how a practice says whom its records concern.
@ApplicationModule(allowedDependencies = {"kernel", "people", "conversation", "web", "rest"})
@NullMarked
package org.mainstay.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
