package org.mainstay.transfer;

import org.mainstay.kernel.record.Message;

/// What is wrong with the request for an import.
///
/// @param parameter name of the parameter at fault
record Wrong(String parameter, Message reason) {}
