package org.mainstay.people;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mainstay.kernel.record.Grants;

/// Every permission there is. A role is a set of these; a grant gives a role to a person or group, for
/// one organisation or for all.
public final class Permissions {

    /// Everything, everywhere the grant holds.
    public static final String ADMIN = Grants.ADMIN;

    public static final String PEOPLE_MANAGE = "people:manage";
    public static final String PERSON_SENSITIVE = "person:sensitive";
    public static final String OPERATIONS_OBSERVE = "operations:observe";
    public static final String AUDIT_READ = "audit:read";
    public static final String TRANSFER_IMPORT = "transfer:import";
    public static final String TRANSFER_EXPORT = "transfer:export";

    public static final String INCIDENT_REPORT = "incident:report";
    public static final String INCIDENT_WORK = "incident:work";
    public static final String INCIDENT_MAJOR = "incident:major";
    public static final String REQUEST_ORDER = "request:order";
    public static final String REQUEST_WORK = "request:work";
    public static final String PROBLEM_WORK = "problem:work";
    public static final String PROBLEM_MANAGE = "problem:manage";
    public static final String CHANGE_WORK = "change:work";
    public static final String CHANGE_APPROVE = "change:approve";
    public static final String CHANGE_MANAGE = "change:manage";
    public static final String KNOWLEDGE_READ = "knowledge:read";
    public static final String KNOWLEDGE_WRITE = "knowledge:write";
    public static final String KNOWLEDGE_MANAGE = "knowledge:manage";
    public static final String ASSET_MANAGE = "asset:manage";
    public static final String CMDB_MANAGE = "cmdb:manage";
    public static final String PORTFOLIO_READ = "portfolio:read";
    public static final String PORTFOLIO_MANAGE = "portfolio:manage";

    /// In the order they are shown.
    public static final List<String> ALL = List.of(
            ADMIN,
            PEOPLE_MANAGE,
            PERSON_SENSITIVE,
            OPERATIONS_OBSERVE,
            AUDIT_READ,
            TRANSFER_IMPORT,
            TRANSFER_EXPORT,
            INCIDENT_REPORT,
            INCIDENT_WORK,
            INCIDENT_MAJOR,
            REQUEST_ORDER,
            REQUEST_WORK,
            PROBLEM_WORK,
            PROBLEM_MANAGE,
            CHANGE_WORK,
            CHANGE_APPROVE,
            CHANGE_MANAGE,
            KNOWLEDGE_READ,
            KNOWLEDGE_WRITE,
            KNOWLEDGE_MANAGE,
            ASSET_MANAGE,
            CMDB_MANAGE,
            PORTFOLIO_READ,
            PORTFOLIO_MANAGE);

    private static final Set<String> KNOWN = Set.copyOf(ALL);

    private Permissions() {}

    public static boolean known(String permission) {
        return KNOWN.contains(permission);
    }

    /// The codes of a role's text, each once, in its order.
    public static Set<String> of(String codes) {
        var permissions = new LinkedHashSet<>(Arrays.asList(codes.strip().split("\\s+")));
        permissions.remove("");
        return permissions;
    }
}
