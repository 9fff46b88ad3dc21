-- A customer's incidents in the orders that agents look at all day; and the few that only their group sees.
create index incident_organisation_opened on incident.incident (organisation, opened_at desc nulls last, id desc)
    where deleted_at is null;
create index incident_organisation_updated on incident.incident (organisation, updated_at desc nulls last, id desc)
    where deleted_at is null;
create index incident_confidential on incident.incident ("group") where deleted_at is null and confidential;
