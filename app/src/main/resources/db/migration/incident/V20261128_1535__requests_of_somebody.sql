-- What somebody asked for and is not done with, last touched first: few among the many that a desk opened for others.
create index incident_caller_asks on incident.incident (caller, updated_at desc nulls last, id desc)
    where deleted_at is null and state in ('new', 'in_progress', 'on_hold', 'resolved');
create index incident_opened_by_asks on incident.incident (opened_by, updated_at desc nulls last, id desc)
    where deleted_at is null and state in ('new', 'in_progress', 'on_hold', 'resolved');
