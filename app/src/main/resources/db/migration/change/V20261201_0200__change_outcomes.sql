-- How well changes go: those closed in a time.

create index change_closed on change.change (closed_at desc, id) where deleted_at is null and state = 'closed';
