-- Who sees a template is called as with saved views and dashboards.
alter table web.template rename column seen_by to audience;
update kernel.history h
    set changes = (h.changes - 'seen_by') || jsonb_build_object('audience', h.changes -> 'seen_by')
    from web.template t
    where h.record = t.id and h.changes ? 'seen_by';
