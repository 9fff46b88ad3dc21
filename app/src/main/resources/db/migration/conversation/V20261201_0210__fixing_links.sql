-- A change fixes a problem.

alter table conversation.link drop constraint link_type_check;
alter table conversation.link add constraint link_type_check
    check (type in ('relates_to', 'duplicates', 'duplicated_by', 'caused_by', 'causes', 'blocks', 'blocked_by',
        'parent_of', 'child_of', 'fixes', 'fixed_by'));
