/// From the bytes of agents and scanners to one payload of items and relations, which is also what
/// `POST /api/v1/discovery/payloads` takes. Nothing here knows the database: what a payload means for the items there
/// are is decided by whoever takes it. Read `Payload` first, then `AgentCall` for agents, `NmapScan` for scans and
/// `PayloadJson` for everybody else.
///
/// All input is hostile until read: it is bounded in size, depth and count, no DTD and no entity is followed, and
/// whatever is wrong with it ends in a `BadPayload`, in a `Remark`, or in nothing worse.
@NamedInterface("discovery")
@NullMarked
package org.mainstay.cmdb.discovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
