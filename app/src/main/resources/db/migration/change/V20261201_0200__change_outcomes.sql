-- What came of changes: those closed in a time, and those that were done before an incident.

create index change_closed on change.change (closed_at desc, id) where deleted_at is null and state = 'closed';
create index change_begun on change.change (actual_start desc, id)
    where deleted_at is null and actual_start is not null;
