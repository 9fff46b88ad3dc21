/// What people say about any record and hang on it: comments and work notes, attachments, links to other
/// records, watchers. Each is a part of a plan, so it is written through the one door and stands in
/// history; pages and the API read all of it here, merged into one timeline or by kind. Markdown becomes
/// safe HTML here and nowhere else. Read `Conversations` first, then `Timelines`.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.mainstay.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
