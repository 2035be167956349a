-- A ticket takes what is still to be done into another type: one whose flow lets it end without the steps is entered by
-- nobody who has them left, unless this very transaction recorded who goes past the gate.
create function wk_ends_without_steps(p_org uuid, p_type uuid) returns boolean language sql stable security definer set search_path = public as $$
  select coalesce(bool_or(s ->> 'category' in ('resolved', 'closed') and not coalesce((s ->> 'requiresSteps')::boolean, false)), false)
  from ticket_types y join ticket_flows f on f.org_id = y.org_id and f.id = y.flow_id
  cross join lateral jsonb_array_elements(f.statuses) s
  where y.org_id = p_org and y.id = p_type
$$;
revoke all on function wk_ends_without_steps(uuid, uuid) from public;

create or replace function wk_steps_gate() returns trigger language plpgsql security definer set search_path = public as $$
declare
  asked boolean := wk_requires_steps(new.org_id, new.type_id, new.status)
    -- What the gate let through once is not asked again on the way from resolved to closed.
    and not (old.status_category in ('resolved', 'closed') and wk_requires_steps(old.org_id, old.type_id, old.status));
begin
  if new.type_id <> old.type_id then
    asked := asked or (wk_ends_without_steps(new.org_id, new.type_id) and not wk_ends_without_steps(old.org_id, old.type_id));
  end if;
  if not asked then return new; end if;
  if exists (select 1 from ticket_close_overrides o where o.org_id = new.org_id and o.ticket_id = new.id and o.transaction = pg_current_xact_id())
    then return new; end if;
  if exists (select 1 from ticket_steps s where s.org_id = new.org_id and s.ticket_id = new.id and s.built_in is null
      and s.required and s.state in ('open', 'half'))
    then raise exception 'required steps of the ticket are left' using errcode = 'WKG03'; end if;
  return new;
end $$;

-- A checklist that does not belong on a ticket is taken off it while nothing of it is done; with a step that is required,
-- by whoever may close past the gate.
do $$ declare t text; begin
  foreach t in array array['ticket_checklists', 'ticket_steps'] loop
    execute format('create policy dropped on %I for delete to wellkeep_app using (org_id = wk_org() and exists
      (select 1 from tickets t where t.org_id = %1$I.org_id and t.id = %1$I.ticket_id and t.group_id = any ((select wk_groups(''write''))::uuid[])))', t);
    execute format('grant delete on %I to wellkeep_app', t);
  end loop;
end $$;
create function wk_step_goes_away() returns trigger language plpgsql set search_path = public as $$
begin
  if current_user <> 'wellkeep_app' then return old; end if;
  if old.built_in is not null or old.state not in ('open', 'skipped') then
    raise exception 'a step that was done stays' using errcode = '42501';
  end if;
  if old.required and not wk_user_may('tickets:close-override') then
    raise exception 'taking a required step off needs tickets:close-override' using errcode = '42501';
  end if;
  return old;
end $$;
create trigger goes_away before delete on ticket_steps for each row execute function wk_step_goes_away();
