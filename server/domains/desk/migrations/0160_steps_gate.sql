-- The gate's other half, inside the database: a status that asks for the steps is entered only when none that is required
-- is left, by whatever way somebody comes, unless this very transaction recorded who goes past the gate.

create function wk_requires_steps(p_org uuid, p_type uuid, p_status text) returns boolean language sql stable security definer set search_path = public as $$
  select coalesce(bool_or((s ->> 'requiresSteps')::boolean), false)
  from ticket_types y join ticket_flows f on f.org_id = y.org_id and f.id = y.flow_id
  cross join lateral jsonb_array_elements(f.statuses) s
  where y.org_id = p_org and y.id = p_type and s ->> 'key' = p_status
$$;
revoke all on function wk_requires_steps(uuid, uuid, text) from public;

create function wk_steps_gate() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not wk_requires_steps(new.org_id, new.type_id, new.status) then return new; end if;
  -- What the gate let through once is not asked again on the way from resolved to closed.
  if old.status_category in ('resolved', 'closed') and wk_requires_steps(old.org_id, old.type_id, old.status) then return new; end if;
  if exists (select 1 from ticket_close_overrides o where o.org_id = new.org_id and o.ticket_id = new.id and o.transaction = pg_current_xact_id())
    then return new; end if;
  if exists (select 1 from ticket_steps s where s.org_id = new.org_id and s.ticket_id = new.id and s.built_in is null
      and s.required and s.state in ('open', 'half'))
    then raise exception 'required steps of the ticket are left' using errcode = 'WKG03'; end if;
  return new;
end $$;
create trigger steps_gate before update of status, type_id on tickets for each row
  when (new.status <> old.status or new.type_id <> old.type_id) execute function wk_steps_gate();

-- A ticket that ended with its steps done gets none that is to be done: it is opened again before.
create function wk_hold_open_for_steps(p_org uuid, p_ticket uuid) returns void language plpgsql security definer set search_path = public as $$
declare t record;
begin
  select status_category, type_id, status into t from tickets where org_id = p_org and id = p_ticket for no key update;
  if t.status_category in ('resolved', 'closed') and wk_requires_steps(p_org, t.type_id, t.status)
    then raise exception 'the ticket ended with its steps done' using errcode = 'WKG02'; end if;
end $$;
revoke all on function wk_hold_open_for_steps(uuid, uuid) from public;
grant execute on function wk_hold_open_for_steps(uuid, uuid) to wellkeep_app, wellkeep_worker;

create function wk_user_holds(p_role uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from user_roles where org_id = wk_org() and user_id = wk_user() and role_id = p_role)
$$;
revoke all on function wk_user_holds(uuid) from public;
grant execute on function wk_user_holds(uuid) to wellkeep_app;

create function wk_ticket_merged(p_org uuid, p_ticket uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from tickets where org_id = p_org and id = p_ticket and merged_into is not null)
$$;
revoke all on function wk_ticket_merged(uuid, uuid) from public;
grant execute on function wk_ticket_merged(uuid, uuid) to wellkeep_app;

-- Nothing is made to look done but by whoever does it: in one's own name, by the role that it is for, by two people where
-- it takes two. Only what a merge has covered elsewhere is skipped though it is required.
create function wk_step_goes_on() returns trigger language plpgsql set search_path = public as $$
declare
  app boolean := current_user = 'wellkeep_app';
  was text := case when tg_op = 'UPDATE' then old.state end;
begin
  if new.built_in is null and new.required and new.state in ('open', 'half')
    and (was is null or was not in ('open', 'half') or new.ticket_id <> old.ticket_id) then
    perform wk_hold_open_for_steps(new.org_id, new.ticket_id);
  end if;
  if tg_op = 'INSERT' or current_user not in ('wellkeep_app', 'wellkeep_worker') then return new; end if;
  if new.ticket_id <> old.ticket_id and not (app and wk_user_may('tickets:merge')) then
    raise exception 'moving a step needs tickets:merge' using errcode = '42501';
  end if;
  -- The built-in step follows from what is on the ticket, where the gate looks for itself.
  if new.built_in is not null then return new; end if;
  if new.state = was and new.done_by is not distinct from old.done_by and new.second_by is not distinct from old.second_by
    then return new; end if;
  if not app then raise exception 'the worker does no steps' using errcode = '42501'; end if;
  if new.state = 'open' and new.done_by is null and new.second_by is null then return new; end if;
  if new.state = 'skipped' then
    if new.required and not (wk_user_may('tickets:merge') and wk_ticket_merged(new.org_id, new.ticket_id)) then
      raise exception 'a required step is not skipped' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.role_id is not null and not wk_user_holds(new.role_id) then
    raise exception 'the step is for another role' using errcode = '42501';
  end if;
  if was = 'open' and new.state = (case when new.people = 2 then 'half' else 'done' end)
    and new.done_by = wk_user() and new.second_by is null then return new; end if;
  if was = 'half' and new.state = 'done' and new.done_by = old.done_by and new.second_by = wk_user() then return new; end if;
  raise exception 'a step is done in one''s own name' using errcode = '42501';
end $$;
create trigger goes_on before insert or update on ticket_steps for each row execute function wk_step_goes_on();

-- What a step asks for was copied with it and stays.
revoke update on ticket_steps from wellkeep_app, wellkeep_worker;
grant update (ticket_id, state, done_by, done_at, second_by, second_at, sealed_note, version) on ticket_steps to wellkeep_app, wellkeep_worker;
