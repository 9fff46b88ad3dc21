create trigger keep_tree after update of parent on people."group"
    for each row when (new.parent is distinct from old.parent) execute function kernel.keep_tree();
create trigger keep_tree after update of parent on people.location
    for each row when (new.parent is distinct from old.parent) execute function kernel.keep_tree();
