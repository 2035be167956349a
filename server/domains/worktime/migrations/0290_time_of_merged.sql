-- When a ticket is merged its time stands at the ticket that remains: there it is seen, walled, totalled and sealed. On
-- which ticket it was worked stays written, and what an invoice said stays said.
alter table time_entries add column stands_at uuid, add column invoiced_under uuid;

-- Where time on a ticket stands: there, or along its merges, as long as these stay with whom it was worked for. Waits for
-- whoever merges the ticket just now.
create function wk_time_stands_at(p_org uuid, p_ticket uuid) returns uuid
language plpgsql volatile security definer set search_path = public as $$
declare v_at uuid := p_ticket; v_into uuid; v_client uuid; v_next uuid;
begin
  loop
    select merged_into, client_id into v_into, v_client from tickets where org_id = p_org and id = v_at for share;
    exit when v_into is null;
    select client_id into v_next from tickets where org_id = p_org and id = v_into;
    exit when v_client is not null and v_next is distinct from v_client;
    v_at := v_into;
  end loop;
  return v_at;
end $$;
revoke all on function wk_time_stands_at(uuid, uuid) from public;
create function wk_time_stands_at(p_ticket uuid) returns uuid
language sql volatile security definer set search_path = public as $$ select wk_time_stands_at(wk_org(), p_ticket) $$;
revoke all on function wk_time_stands_at(uuid) from public;
grant execute on function wk_time_stands_at(uuid) to wellkeep_app;

-- What was merged before: time without anything sealed goes along now; what is sealed opens under the key of its own ticket
-- alone, and stays there.
update time_entries set stands_at = case when sealed_note is null and sealed_reason is null
    then wk_time_stands_at(org_id, ticket_id) else ticket_id end,
  invoiced_under = case when invoice_id is not null then ticket_id end;
alter table time_entries alter column stands_at set not null,
  add foreign key (org_id, stands_at) references tickets (org_id, id),
  add foreign key (org_id, invoiced_under) references tickets (org_id, id),
  add check ((invoiced_under is null) = (invoice_id is null));
drop index time_entries_ticket;
create index time_entries_ticket on time_entries (org_id, stands_at, work_date);

drop policy seen on time_entries;
create policy seen on time_entries for select to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = time_entries.org_id and t.id = time_entries.stands_at));
drop policy added on time_entries;
create policy added on time_entries for insert to wellkeep_app with check (org_id = wk_org() and user_id = wk_user() and exists
  (select 1 from tickets t where t.org_id = time_entries.org_id and t.id = time_entries.stands_at and t.group_id = any ((select wk_groups('write'))::uuid[])));
drop policy changed on time_entries;
create policy changed on time_entries for update to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = time_entries.org_id and t.id = time_entries.stands_at and t.group_id = any ((select wk_groups('write'))::uuid[])))
  with check (org_id = wk_org());

-- Time stands where it was worked, or where merges lead from there, and nowhere else, whatever the program says.
create function wk_time_stands() returns trigger language plpgsql security definer set search_path = public as $$
declare v_at uuid := new.ticket_id;
begin
  while v_at is distinct from new.stands_at loop
    select merged_into into v_at from tickets where org_id = new.org_id and id = v_at;
    if v_at is null then raise exception 'time stands where merges lead' using errcode = 'WK011'; end if;
  end loop;
  return null;
end $$;
revoke all on function wk_time_stands() from public;
create constraint trigger stands after insert or update of ticket_id, stands_at on time_entries
  deferrable initially deferred for each row execute function wk_time_stands();

create or replace function wk_invoice_time(p_run uuid, p_ids uuid[], p_charged integer[]) returns integer
language plpgsql volatile security definer set search_path = public as $$
declare n integer;
begin
  if not exists (select 1 from invoice_runs r where r.org_id = wk_org() and r.id = p_run and r.created_by = wk_user() and r.undone_at is null)
    then raise exception 'no such run' using errcode = '42501'; end if;
  update time_entries e set invoice_id = p_run, charged_minutes = x.charged, invoiced_under = e.stands_at, version = e.version + 1
    from unnest(p_ids, p_charged) as x (id, charged)
    where e.org_id = wk_org() and e.id = x.id and e.state = 'approved' and e.billable and e.invoice_id is null
      and exists (select 1 from tickets t where t.org_id = e.org_id and t.id = e.stands_at and t.group_id = any (wk_groups('read')));
  get diagnostics n = row_count;
  return n;
end $$;
create or replace function wk_undo_invoice(p_run uuid) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  if not wk_user_may('contracts:manage') then raise exception 'this needs contracts:manage' using errcode = '42501'; end if;
  update invoice_runs set undone_by = wk_user(), undone_at = now() where org_id = wk_org() and id = p_run and undone_at is null;
  if not found then return false; end if;
  update time_entries set invoice_id = null, charged_minutes = null, invoiced_under = null, version = version + 1
    where org_id = wk_org() and invoice_id = p_run;
  return true;
end $$;
