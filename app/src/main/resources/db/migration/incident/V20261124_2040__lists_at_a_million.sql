-- What shows itself with a million incidents: each reason why somebody sees incidents finds its first ones by an index
-- in the order of the list, and what is rare is found where it is.

create index incident_organisation on incident.incident
    (organisation, priority, opened_at desc nulls last, id desc) where deleted_at is null;

drop index incident.incident_assignee;
create index incident_assignee on incident.incident (assignee, priority, opened_at desc nulls last, id desc)
    where deleted_at is null and assignee is not null;
drop index incident.incident_caller;
create index incident_caller on incident.incident (caller, priority, opened_at desc nulls last, id desc)
    where deleted_at is null and caller is not null;

create index incident_on_hold on incident.incident (hold_reason, priority, opened_at desc nulls last, id desc)
    where deleted_at is null and hold_reason is not null;
create index incident_major on incident.incident (major_incident, priority, opened_at desc nulls last, id desc)
    where deleted_at is null and major_incident <> 'none';

-- Numbers are unique, so the index that keeps them so has their order, too.
drop index incident.incident_order_of_numbers;
