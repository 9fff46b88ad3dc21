-- The newest changes of one organisation, as the list begins with them.

create index change_organisation_opened on change.change (organisation, opened_at desc nulls last, id desc)
    where deleted_at is null;
