-- A group and a person work for one organisation. Unaware of that, PostgreSQL takes the incidents of a group for few, and
-- plans the same list anew for each asking, which takes longer than to answer it.
create statistics incident.incident_group_organisation (dependencies) on "group", organisation from incident.incident;
create statistics incident.incident_person_organisation (dependencies) on assignee, organisation
    from incident.incident;
analyze incident.incident ("group", assignee, organisation);
