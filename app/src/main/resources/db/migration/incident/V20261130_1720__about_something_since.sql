-- What was opened about an item, or a service, in a time; these take the place of the indexes without it.

create index incident_of_item_since on incident.incident (configuration_item, opened_at)
    where configuration_item is not null and deleted_at is null;
create index incident_of_service_since on incident.incident (service, opened_at)
    where service is not null and deleted_at is null;
drop index incident.incident_configuration_item;
drop index incident.incident_service;

-- Those about which no more is known than their category.
create index incident_of_category_since on incident.incident (category, opened_at)
    where service is null and configuration_item is null and category is not null and deleted_at is null;
