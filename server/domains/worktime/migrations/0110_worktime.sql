-- Working time. Plain: who, when, how long, on which ticket, what it costs. What was noted is sealed under the ticket's key.

-- A contract is the organization's own setting: it names a client by id alone, so that whoever keeps contracts need not see
-- the client. Money is in whole cents, of an hour.
create table contracts (
  org_id uuid not null references organizations,
  id uuid not null,
  client_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  period text not null check (period in ('month', 'quarter', 'year')),
  included_minutes integer not null check (included_minutes >= 0),
  -- What is left of a period: is lost, may be used in the next one, or as long as the contract runs.
  rollover text not null check (rollover in ('none', 'next', 'all')),
  rate_cents integer check (rate_cents between 0 and 100000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, name),
  foreign key (org_id, client_id) references clients (org_id, id)
);
create index contracts_client on contracts (org_id, client_id);
alter table contracts enable row level security;
create policy own on contracts to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on contracts to wellkeep_app;
grant select on contracts to wellkeep_worker;

create table time_entries (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  contract_id uuid,
  work_date date not null,
  minutes integer not null check (minutes between 1 and 1440),
  billable boolean not null default true,
  rate_cents integer check (rate_cents between 0 and 100000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  sealed_note bytea,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'rejected')),
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  -- Why it was rejected; under the ticket's key like the note.
  sealed_reason bytea,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  -- Nobody approves their own time, whatever the program says.
  check (decided_by is null or decided_by <> user_id),
  check ((state in ('approved', 'rejected')) = (decided_by is not null)),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id),
  foreign key (org_id, contract_id) references contracts (org_id, id)
);
create index time_entries_ticket on time_entries (org_id, ticket_id, work_date);
create index time_entries_user on time_entries (org_id, user_id, work_date);
create index time_entries_state on time_entries (org_id, state, work_date, id);
create index time_entries_contract on time_entries (org_id, contract_id, work_date) where contract_id is not null;
alter table time_entries enable row level security;
create policy seen on time_entries for select to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = time_entries.org_id and t.id = time_entries.ticket_id));
create policy added on time_entries for insert to wellkeep_app with check (org_id = wk_org() and user_id = wk_user() and exists
  (select 1 from tickets t where t.org_id = time_entries.org_id and t.id = time_entries.ticket_id and t.group_id = any ((select wk_groups('write'))::uuid[])));
create policy changed on time_entries for update to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = time_entries.org_id and t.id = time_entries.ticket_id and t.group_id = any ((select wk_groups('write'))::uuid[])))
  with check (org_id = wk_org());
create policy dropped on time_entries for delete to wellkeep_app using (org_id = wk_org() and user_id = wk_user() and state in ('draft', 'rejected'));
create policy worker on time_entries to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on time_entries to wellkeep_app;
grant select on time_entries to wellkeep_worker;

-- What was approved is what is invoiced: it stays, though its note may be sealed anew.
create function wk_time_approved_stays() returns trigger language plpgsql set search_path = public as $$
begin
  if old.state = 'approved' and (new.ticket_id, new.user_id, new.contract_id, new.work_date, new.minutes, new.billable, new.rate_cents, new.currency, new.state, new.decided_by)
    is distinct from (old.ticket_id, old.user_id, old.contract_id, old.work_date, old.minutes, old.billable, old.rate_cents, old.currency, old.state, old.decided_by) then
    raise exception 'approved time does not change' using errcode = 'WK010';
  end if;
  return new;
end $$;
create trigger approved_stays before update on time_entries for each row execute function wk_time_approved_stays();

-- One timer runs for a user at a time: the key says so.
create table timers (
  org_id uuid not null,
  user_id uuid not null,
  ticket_id uuid not null,
  started_at timestamptz not null default now(),
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references users (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
alter table timers enable row level security;
create policy own on timers to wellkeep_app using (org_id = wk_org() and user_id = wk_user()) with check (org_id = wk_org() and user_id = wk_user());
create policy worker on timers to wellkeep_worker using (org_id = wk_org());
grant select, insert, update, delete on timers to wellkeep_app;
grant select on timers to wellkeep_worker;
