/// What happens on pages while they are open: changes of others, who is there and writes, and what somebody
/// looked at lately.
@NullMarked
package org.mainstay.web.live;

import org.jspecify.annotations.NullMarked;
