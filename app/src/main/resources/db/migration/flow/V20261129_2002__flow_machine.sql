insert into kernel.record (id, type, number, label) values
    ('00000000-0000-7000-8000-000000000037', 'machine', 'flow', 'Flows');
insert into kernel.machine (id, name) values ('00000000-0000-7000-8000-000000000037', 'flow');
