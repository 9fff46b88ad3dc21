-- What those who got something think of it.

alter table request.request_item
    add column rating bigint check (rating between 1 and 5),
    add column rating_text text collate kernel.text_order,
    add column rated_at timestamptz;
