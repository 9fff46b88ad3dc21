-- Nothing comes to be below itself, also where two are moved at once: the rules of a save see only what is committed,
-- so those who move something in one tree follow each other here.
create function kernel.keep_tree() returns trigger language plpgsql as $$
declare
    ring boolean;
begin
    perform pg_advisory_xact_lock(hashtext(tg_table_schema || '.' || tg_table_name));
    execute format(
        'with recursive above (id, parent) as (
            select id, parent from %1$I.%2$I where id = $1
            union
            select t.id, t.parent from %1$I.%2$I t join above a on t.id = a.parent
        ) select exists (select 1 from above where parent = $1)', tg_table_schema, tg_table_name)
        into ring using new.id;
    if ring then
        raise exception 'it would be below itself' using errcode = 'check_violation', constraint = 'below_itself';
    end if;
    return null;
end
$$;

create trigger keep_tree after update of parent on kernel.category
    for each row when (new.parent is distinct from old.parent) execute function kernel.keep_tree();
