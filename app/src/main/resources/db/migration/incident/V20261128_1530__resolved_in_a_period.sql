-- What was resolved in a period is counted whatever became of it; closed incidents are most of them.
create index incident_resolved_at on incident.incident (resolved_at) where deleted_at is null and resolved_at is not null;
