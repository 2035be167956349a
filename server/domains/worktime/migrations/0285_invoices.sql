-- Time that was invoiced: once, with how much of it was charged, so that what a contract includes is given out once too.
create table invoice_runs (
  org_id uuid not null references organizations,
  id uuid not null,
  number integer not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  entries integer not null check (entries > 0),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  primary key (org_id, id),
  unique (org_id, number),
  check ((undone_by is null) = (undone_at is null)),
  foreign key (org_id, created_by) references users (org_id, id),
  foreign key (org_id, undone_by) references users (org_id, id)
);
alter table invoice_runs enable row level security;
create policy seen on invoice_runs for select to wellkeep_app using (org_id = wk_org() and (select wk_user_may('contracts:manage')));
create policy added on invoice_runs for insert to wellkeep_app
  with check (org_id = wk_org() and created_by = wk_user() and undone_by is null and (select wk_user_may('contracts:manage')));
grant select, insert on invoice_runs to wellkeep_app;

alter table time_entries add column invoice_id uuid, add column charged_minutes integer,
  add check ((invoice_id is null) = (charged_minutes is null)),
  add check (charged_minutes between 0 and minutes),
  add check (invoice_id is null or (state = 'approved' and billable)),
  add foreign key (org_id, invoice_id) references invoice_runs (org_id, id);
create index time_entries_invoice on time_entries (org_id, invoice_id) where invoice_id is not null;

-- What was approved stays, though its note may be sealed anew. Until it is invoiced, whoever approves others' time may
-- take an approval back; nobody their own.
create or replace function wk_time_approved_stays() returns trigger language plpgsql set search_path = public as $$
begin
  if current_user = 'wellkeep_app' and (new.invoice_id, new.charged_minutes) is distinct from (old.invoice_id, old.charged_minutes) then
    raise exception 'time is invoiced by a run alone' using errcode = '42501';
  end if;
  if old.state <> 'approved' then return new; end if;
  if (new.ticket_id, new.user_id, new.contract_id, new.work_date, new.minutes, new.billable, new.rate_cents, new.currency)
    is not distinct from (old.ticket_id, old.user_id, old.contract_id, old.work_date, old.minutes, old.billable, old.rate_cents, old.currency) then
    if (new.state, new.decided_by) is not distinct from (old.state, old.decided_by) then return new; end if;
    if new.state = 'submitted' and new.decided_by is null and old.invoice_id is null
      and old.user_id is distinct from wk_user() and wk_user_may('time:approve') then return new; end if;
  end if;
  raise exception 'approved time does not change' using errcode = 'WK010';
end $$;

-- What counts to contracts, also behind walls that are closed to who asks: ids, days and minutes, and nothing else. Who
-- invoices waits for whoever else does so just now.
create function wk_billed_to(p_contracts uuid[]) returns table (id uuid, contract_id uuid, work_date date, minutes integer, charged_minutes integer)
language plpgsql volatile security definer set search_path = public as $$
begin
  if not wk_user_may('contracts:manage') then raise exception 'this needs contracts:manage' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended('invoice ' || wk_org(), 0));
  return query select e.id, e.contract_id, e.work_date, e.minutes, e.charged_minutes from time_entries e
    where e.org_id = wk_org() and e.contract_id = any (p_contracts) and e.state = 'approved' and e.billable order by e.work_date, e.id;
end $$;

create function wk_invoice_time(p_run uuid, p_ids uuid[], p_charged integer[]) returns integer
language plpgsql volatile security definer set search_path = public as $$
declare n integer;
begin
  if not exists (select 1 from invoice_runs r where r.org_id = wk_org() and r.id = p_run and r.created_by = wk_user() and r.undone_at is null)
    then raise exception 'no such run' using errcode = '42501'; end if;
  update time_entries e set invoice_id = p_run, charged_minutes = x.charged, version = e.version + 1
    from unnest(p_ids, p_charged) as x (id, charged)
    where e.org_id = wk_org() and e.id = x.id and e.state = 'approved' and e.billable and e.invoice_id is null
      and exists (select 1 from tickets t where t.org_id = e.org_id and t.id = e.ticket_id and t.group_id = any (wk_groups('read')));
  get diagnostics n = row_count;
  return n;
end $$;

-- Undone, its time may be invoiced again. The run stays, as what happened.
create function wk_undo_invoice(p_run uuid) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  if not wk_user_may('contracts:manage') then raise exception 'this needs contracts:manage' using errcode = '42501'; end if;
  update invoice_runs set undone_by = wk_user(), undone_at = now() where org_id = wk_org() and id = p_run and undone_at is null;
  if not found then return false; end if;
  update time_entries set invoice_id = null, charged_minutes = null, version = version + 1 where org_id = wk_org() and invoice_id = p_run;
  return true;
end $$;
revoke all on function wk_billed_to(uuid[]), wk_invoice_time(uuid, uuid[], integer[]), wk_undo_invoice(uuid) from public;
grant execute on function wk_billed_to(uuid[]), wk_invoice_time(uuid, uuid[], integer[]), wk_undo_invoice(uuid) to wellkeep_app;
