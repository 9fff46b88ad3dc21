/// Unknown devices: what somebody says of some of them becomes a rule that says it of all that are alike. Read
/// `RuleProposal` first.
@NullMarked
package org.mainstay.cmdb.unknown;

import org.jspecify.annotations.NullMarked;
