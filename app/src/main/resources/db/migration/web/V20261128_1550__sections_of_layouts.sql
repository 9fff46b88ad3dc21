-- A layout says what lists show, what pages show, or both.
alter table web.layout alter column columns drop not null;
alter table web.layout add column sections text;
