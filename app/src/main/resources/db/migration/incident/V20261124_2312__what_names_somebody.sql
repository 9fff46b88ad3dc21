-- What names somebody and is not shown to them as their organisations' agent: confidential, or of another
-- organisation. An agent is named by ten thousands, of which these are few.
create index incident_confidential_caller on incident.incident (caller) where deleted_at is null and confidential;
create index incident_confidential_opened_by on incident.incident (opened_by) where deleted_at is null and confidential;
create index incident_confidential_assignee on incident.incident (assignee) where deleted_at is null and confidential;

drop index incident.incident_opened_by;
create index incident_opened_by on incident.incident (opened_by, organisation)
    where deleted_at is null and opened_by is not null;
create index incident_assignee_organisation on incident.incident (assignee, organisation)
    where deleted_at is null and assignee is not null;
create index incident_caller_organisation on incident.incident (caller, organisation)
    where deleted_at is null and caller is not null;
