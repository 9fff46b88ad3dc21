\set g random(0, 159)
select * from bench_limit.ticket
where "group" = :g and state in ('new', 'in_progress', 'on_hold')
order by priority, opened_at desc, id desc limit 50;
