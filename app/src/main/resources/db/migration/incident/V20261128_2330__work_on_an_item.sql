-- What is being worked on at an item, or at a service, is found by either.

create index incident_configuration_item on incident.incident (configuration_item)
    where configuration_item is not null and deleted_at is null;
create index incident_service on incident.incident (service) where service is not null and deleted_at is null;
