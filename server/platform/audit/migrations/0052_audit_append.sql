-- The cost of an event. That its organization exists was asked of a foreign key: for every event, with a lock on the
-- organization's row that all writers share. The only way in asks it now, once a statement. (No organization is ever
-- deleted: nobody but the owner of the tables could, and what else hangs on one keeps its foreign key.)
alter table audit_events drop constraint audit_events_org_id_fkey;

create or replace function wk_audit_append(
  p_org uuid[], p_id uuid[], p_at timestamptz[], p_leaf text[], p_actor uuid[], p_session uuid[],
  p_action text[], p_outcome text[], p_object_type text[], p_object uuid[], p_objects text[]
) returns void language plpgsql security definer set search_path = public as $$
begin
  -- A batch is nearly always of one organization.
  if not exists (select from organizations o where o.org_id = p_org[1]) or (p_org[1] <> any (p_org)
    and exists (select from unnest(p_org) as e (org_id) where not exists (select from organizations o where o.org_id = e.org_id))) then
    raise foreign_key_violation using message = 'an event names no organization';
  end if;
  with waiting as (
    insert into audit_pending (org_id, event_id) select * from unnest(p_org, p_id)
  )
  insert into audit_events (org_id, id, at, leaf, actor_id, session_id, action, outcome, object_type, object_id, object_ids)
  select e.org_id, e.id, e.at, e.leaf, e.actor_id, e.session_id, e.action, e.outcome, e.object_type, e.object_id, e.objects::uuid[]
  from unnest(p_org, p_id, p_at, p_leaf, p_actor, p_session, p_action, p_outcome, p_object_type, p_object, p_objects)
    as e (org_id, id, at, leaf, actor_id, session_id, action, outcome, object_type, object_id, objects);
end $$;
