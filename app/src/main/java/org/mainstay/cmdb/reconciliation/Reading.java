package org.mainstay.cmdb.reconciliation;

import java.util.List;
import java.util.Map;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.kernel.record.Problem;
import tools.jackson.databind.JsonNode;

/// A discovered thing, read against the classes there are.
///
/// @param order the identification rules of its class
/// @param identifiers with the item's id where one is scoped by its parent
/// @param values by attribute, in the JSON form of their kinds
/// @param problems what cannot be taken of it
/// @param refused whether nothing of it can be taken
record Reading(
        Discovered said,
        IdentificationRules.Order order,
        List<Identifier> identifiers,
        List<Claim> claims,
        Map<String, JsonNode> values,
        List<Problem> problems,
        boolean refused) {}
