-- What is billed may be more than what was worked: rounded up to whole steps, with a least time for each entry. Each contract
-- says so for itself, and the organization for all that say nothing. What was worked stays as it was entered.
create table billing_settings (
  org_id uuid primary key references organizations,
  step_minutes integer not null default 1 check (step_minutes between 1 and 240),
  least_minutes integer not null default 0 check (least_minutes between 0 and 480),
  version integer not null default 1
);
alter table billing_settings enable row level security;
create policy seen on billing_settings for select to wellkeep_app using (org_id = wk_org() and not (select wk_is_portal()));
create policy kept on billing_settings for all to wellkeep_app using (org_id = wk_org() and (select wk_user_may('contracts:manage')))
  with check (org_id = wk_org() and (select wk_user_may('contracts:manage')));
create policy worker on billing_settings to wellkeep_worker using (org_id = wk_org());
grant select, insert, update on billing_settings to wellkeep_app;
grant select on billing_settings to wellkeep_worker;

-- Null: as the organization says.
alter table contracts
  add column bill_step_minutes integer check (bill_step_minutes between 1 and 240),
  add column bill_least_minutes integer check (bill_least_minutes between 0 and 480);

create function wk_billed_minutes(p_minutes integer, p_step integer, p_least integer) returns integer
language sql immutable parallel safe as $$ select greatest(p_least, (p_minutes + p_step - 1) / p_step * p_step) $$;

-- Decided when time is approved; what was approved before is billed as it was worked.
alter table time_entries add column billed_minutes integer;
update time_entries set billed_minutes = minutes where state = 'approved' and billable;
do $$ declare c name; begin
  select conname into strict c from pg_constraint where conrelid = 'time_entries'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%charged_minutes <= minutes%';
  execute format('alter table time_entries drop constraint %I', c);
end $$;
alter table time_entries
  add check ((billed_minutes is not null) = (state = 'approved' and billable)),
  add check (billed_minutes >= minutes),
  add check (charged_minutes between 0 and billed_minutes);

-- As before; and an approval decides what is billed, whoever writes it.
create or replace function wk_time_approved_stays() returns trigger language plpgsql set search_path = public as $$
begin
  if current_user = 'wellkeep_app' and (new.invoice_id, new.charged_minutes) is distinct from (old.invoice_id, old.charged_minutes) then
    raise exception 'time is invoiced by a run alone' using errcode = '42501';
  end if;
  if old.state <> 'approved' then
    new.billed_minutes := case when new.state = 'approved' and new.billable then (
      select wk_billed_minutes(new.minutes, coalesce(c.bill_step_minutes, s.step_minutes, 1), coalesce(c.bill_least_minutes, s.least_minutes, 0))
      from (select 1) x left join contracts c on c.org_id = new.org_id and c.id = new.contract_id
      left join billing_settings s on s.org_id = new.org_id) end;
    return new;
  end if;
  if (new.ticket_id, new.user_id, new.contract_id, new.work_date, new.minutes, new.billable, new.rate_cents, new.currency)
    is not distinct from (old.ticket_id, old.user_id, old.contract_id, old.work_date, old.minutes, old.billable, old.rate_cents, old.currency) then
    if (new.state, new.decided_by, new.billed_minutes) is not distinct from (old.state, old.decided_by, old.billed_minutes) then return new; end if;
    if new.state = 'submitted' and new.decided_by is null and old.invoice_id is null
      and old.user_id is distinct from wk_user() and wk_user_may('time:approve') then
      new.billed_minutes := null;
      return new;
    end if;
  end if;
  raise exception 'approved time does not change' using errcode = 'WK010';
end $$;

drop function wk_billed_to(uuid[]);
create function wk_billed_to(p_contracts uuid[]) returns table (id uuid, contract_id uuid, work_date date, billed_minutes integer, charged_minutes integer)
language plpgsql volatile security definer set search_path = public as $$
begin
  if not wk_user_may('contracts:manage') then raise exception 'this needs contracts:manage' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended('invoice ' || wk_org(), 0));
  return query select e.id, e.contract_id, e.work_date, e.billed_minutes, e.charged_minutes from time_entries e
    where e.org_id = wk_org() and e.contract_id = any (p_contracts) and e.state = 'approved' and e.billable order by e.work_date, e.id;
end $$;
revoke all on function wk_billed_to(uuid[]) from public;
grant execute on function wk_billed_to(uuid[]) to wellkeep_app;
