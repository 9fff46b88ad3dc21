package org.mainstay.people;

import static org.mainstay.people.Permissions.ADMIN;
import static org.mainstay.people.Permissions.ASSET_MANAGE;
import static org.mainstay.people.Permissions.CHANGE_APPROVE;
import static org.mainstay.people.Permissions.CHANGE_MANAGE;
import static org.mainstay.people.Permissions.CHANGE_WORK;
import static org.mainstay.people.Permissions.CMDB_MANAGE;
import static org.mainstay.people.Permissions.INCIDENT_MAJOR;
import static org.mainstay.people.Permissions.INCIDENT_REPORT;
import static org.mainstay.people.Permissions.INCIDENT_WORK;
import static org.mainstay.people.Permissions.KNOWLEDGE_MANAGE;
import static org.mainstay.people.Permissions.KNOWLEDGE_READ;
import static org.mainstay.people.Permissions.KNOWLEDGE_WRITE;
import static org.mainstay.people.Permissions.PORTFOLIO_MANAGE;
import static org.mainstay.people.Permissions.PORTFOLIO_READ;
import static org.mainstay.people.Permissions.PROBLEM_MANAGE;
import static org.mainstay.people.Permissions.PROBLEM_WORK;
import static org.mainstay.people.Permissions.REQUEST_ORDER;
import static org.mainstay.people.Permissions.REQUEST_WORK;
import static org.mainstay.people.Permissions.TRANSFER_EXPORT;

import java.util.List;
import org.mainstay.kernel.record.Codes;

/// The roles every installation starts with; administrators change them as they like.
public enum ShippedRole {

    /// Everybody has it in their own organisation without being granted it.
    REQUESTER("Requester", INCIDENT_REPORT, REQUEST_ORDER, KNOWLEDGE_READ),
    AGENT(
            "Agent",
            INCIDENT_WORK,
            REQUEST_WORK,
            PROBLEM_WORK,
            CHANGE_WORK,
            KNOWLEDGE_READ,
            KNOWLEDGE_WRITE,
            PORTFOLIO_READ,
            TRANSFER_EXPORT),
    MAJOR_INCIDENT_MANAGER("Major incident manager", INCIDENT_WORK, INCIDENT_MAJOR, TRANSFER_EXPORT),
    CHANGE_MANAGER("Change manager", INCIDENT_WORK, CHANGE_WORK, CHANGE_APPROVE, CHANGE_MANAGE, TRANSFER_EXPORT),
    PROBLEM_MANAGER("Problem manager", INCIDENT_WORK, PROBLEM_WORK, PROBLEM_MANAGE, CHANGE_WORK, TRANSFER_EXPORT),
    KNOWLEDGE_MANAGER("Knowledge manager", KNOWLEDGE_READ, KNOWLEDGE_WRITE, KNOWLEDGE_MANAGE, TRANSFER_EXPORT),
    ASSET_MANAGER("Asset manager", ASSET_MANAGE, CMDB_MANAGE, TRANSFER_EXPORT),
    ENTERPRISE_ARCHITECT("Enterprise architect", PORTFOLIO_READ, PORTFOLIO_MANAGE, CMDB_MANAGE, TRANSFER_EXPORT),
    ADMINISTRATOR("Administrator", ADMIN);

    private final String title;
    private final List<String> permissions;

    ShippedRole(String title, String... permissions) {
        this.title = title;
        this.permissions = List.of(permissions);
    }

    /// The role's number.
    public String code() {
        return Codes.of(this);
    }

    public String title() {
        return title;
    }

    public List<String> permissions() {
        return permissions;
    }
}
