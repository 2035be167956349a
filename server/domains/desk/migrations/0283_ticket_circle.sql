-- A parent's parents never lead back to it, whoever says so at once, and whatever a wall hides in between. Who gives a
-- ticket a parent waits for whoever else in the organization does so just now; the walk then sees what the other did.
create function wk_leads_to(p_org uuid, p_from uuid, p_to uuid) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ticket-parents ' || p_org, 0));
  return (with recursive up (id, parent_id, depth) as (
      select t.id, t.parent_id, 1 from tickets t where t.org_id = p_org and t.id = p_from
      union all select t.id, t.parent_id, up.depth + 1 from up join tickets t on t.org_id = p_org and t.id = up.parent_id where up.depth < 100)
    select coalesce(bool_or(id = p_to or depth >= 100), false) from up);
end $$;
revoke all on function wk_leads_to(uuid, uuid, uuid) from public;

-- For a clear answer before the change: whether a ticket, or one of those above it, is the other one.
create function wk_ticket_under(p_id uuid, p_above uuid) returns boolean
language sql volatile security definer set search_path = public as $$ select wk_leads_to(wk_org(), p_id, p_above) $$;
revoke all on function wk_ticket_under(uuid, uuid) from public;
grant execute on function wk_ticket_under(uuid, uuid) to wellkeep_app, wellkeep_worker;

create function wk_no_circle() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if wk_leads_to(new.org_id, new.parent_id, new.id) then
    raise exception 'a ticket would be its own parent' using errcode = 'WKG04';
  end if;
  return new;
end $$;
create trigger no_circle before update of parent_id on tickets for each row
  when (new.parent_id is not null and new.parent_id is distinct from old.parent_id) execute function wk_no_circle();
