package org.mainstay.kernel.filter;

import java.util.List;
import org.mainstay.kernel.record.Message;

/// @param position 1-based
/// @param suggestions what may have been meant, best first
public record FilterError(int position, int length, Message reason, List<String> suggestions) {}
