-- What somebody has open, without what they ever had.
create index incident_open_of_assignee
    on incident.incident (assignee, organisation, priority, opened_at desc nulls last, id desc)
    where deleted_at is null and assignee is not null and state in ('new', 'in_progress', 'on_hold');
