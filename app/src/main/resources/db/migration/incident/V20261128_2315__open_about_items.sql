-- What is open about an item, for its state and for maps.
create index incident_open_of_item
    on incident.incident (configuration_item, priority, opened_at desc nulls last, id desc)
    where deleted_at is null and state in ('new', 'in_progress', 'on_hold');
create index incident_open_of_service on incident.incident (service, priority, opened_at desc nulls last, id desc)
    where deleted_at is null and state in ('new', 'in_progress', 'on_hold');
