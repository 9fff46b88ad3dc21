-- What somebody waited for the end of is over. No row breaks the wider check, so nothing has to be looked at.
alter table notification.news drop constraint news_sort_check,
    add constraint news_sort_check
        check (sort in ('mentioned', 'assigned', 'group_assigned', 'asked', 'replied', 'changed', 'ended')) not valid;
alter table notification.muted drop constraint muted_sort_check,
    add constraint muted_sort_check
        check (sort in ('mentioned', 'assigned', 'group_assigned', 'asked', 'replied', 'changed', 'ended')) not valid;
