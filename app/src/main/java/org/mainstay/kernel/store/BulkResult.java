package org.mainstay.kernel.store;

import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Saved;

/// @param written the records written, in the order given
/// @param refused by index among the records given; nothing of them was written
public record BulkResult(List<Saved.Written> written, Map<Integer, List<Problem>> refused) {}
