-- Somebody waits for a person's decision. No row breaks the wider check, so nothing has to be looked at.
alter table notification.news drop constraint news_sort_check,
    add constraint news_sort_check
        check (sort in ('mentioned', 'assigned', 'group_assigned', 'asked', 'replied', 'changed')) not valid;
alter table notification.muted drop constraint muted_sort_check,
    add constraint muted_sort_check
        check (sort in ('mentioned', 'assigned', 'group_assigned', 'asked', 'replied', 'changed')) not valid;
