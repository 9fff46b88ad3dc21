-- The texts of a type that has few: the trigram index finds those of all types, of which a word may have many.
create index search_text_type on kernel.search_text (type, record);
