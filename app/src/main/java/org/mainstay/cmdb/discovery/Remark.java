package org.mainstay.cmdb.discovery;

import org.mainstay.kernel.record.Message;

/// Something that was left out, and why, while the rest was taken.
///
/// @param pointer of a JSON payload the JSON pointer (`/items/3/values/os`), of an inventory or a scan the item's ref
///     and the attribute (`software/12/install_date`)
public record Remark(String pointer, Message says) {}
