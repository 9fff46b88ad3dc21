-- What lists ask for among a million requests.

-- What names somebody and is of another organisation than those they work for: of what an agent ordered for others few.
create index request_requester_organisation on request.request (requester, organisation) where deleted_at is null;
create index request_beneficiary_organisation on request.request (beneficiary, organisation)
    where deleted_at is null and beneficiary is not null;
create index request_item_requester_organisation on request.request_item (requester, organisation)
    where deleted_at is null;
create index request_item_beneficiary_organisation on request.request_item (beneficiary, organisation)
    where deleted_at is null;
create index task_assignee_organisation on request.task (assignee, organisation)
    where deleted_at is null and assignee is not null;

-- What somebody waits for, without what they ever ordered.
create index request_item_requester_asks on request.request_item (requester, ordered_at desc nulls last, id desc)
    where deleted_at is null and state in ('requested', 'waiting_for_approval', 'in_fulfilment', 'fulfilled');
create index request_item_beneficiary_asks on request.request_item (beneficiary, ordered_at desc nulls last, id desc)
    where deleted_at is null and state in ('requested', 'waiting_for_approval', 'in_fulfilment', 'fulfilled');

-- What is open, of everything, and what is expected soonest: the first in that order were closed long ago.
create index request_open_of_all on request.request (ordered_at desc nulls last, id desc)
    where deleted_at is null and state in ('requested', 'waiting_for_approval', 'in_fulfilment');
create index request_item_open_of_all on request.request_item (ordered_at desc nulls last, id desc)
    where deleted_at is null and state in ('requested', 'waiting_for_approval', 'in_fulfilment');
create index request_item_open_expected on request.request_item (organisation, expected_at, id)
    where deleted_at is null and state in ('requested', 'waiting_for_approval', 'in_fulfilment');
create index request_item_open_expected_of_all on request.request_item (expected_at, id)
    where deleted_at is null and state in ('requested', 'waiting_for_approval', 'in_fulfilment');
create index request_item_organisation_expected on request.request_item (organisation, expected_at, id)
    where deleted_at is null;
create index task_ready_of_all on request.task (ready_at desc nulls last, id desc)
    where deleted_at is null and state in ('open', 'in_progress');
