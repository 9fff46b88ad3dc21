-- What many persons share is compared folded, also from behind a reference ("caller.department"): how common each
-- of them is tells the planner whether to begin with the persons or with what refers to them.
create statistics people.person_department_folded on kernel.fold(department) from people.person;
create statistics people.person_title_folded on kernel.fold(title) from people.person;
