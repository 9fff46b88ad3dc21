-- What proves who a person is goes with the person.
alter table people.credential drop constraint credential_person_fkey,
    add foreign key (person) references people.person (id) on delete cascade;
alter table people.session drop constraint session_person_fkey,
    add foreign key (person) references people.person (id) on delete cascade;
alter table people.token drop constraint token_person_fkey,
    add foreign key (person) references people.person (id) on delete cascade;
alter table people.set_up_link drop constraint set_up_link_person_fkey,
    add foreign key (person) references people.person (id) on delete cascade;
