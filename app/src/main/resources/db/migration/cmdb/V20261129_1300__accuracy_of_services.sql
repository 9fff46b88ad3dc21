-- How true the items are that a service needs; class is empty in such a row.
alter table cmdb.accuracy
    add column service uuid references kernel.record (id) on delete cascade,
    drop constraint accuracy_organisation_class_support_group_key,
    add unique nulls not distinct (organisation, service, class, support_group);
