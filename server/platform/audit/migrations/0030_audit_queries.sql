-- What the log is asked: by rare action, by outcome, by kind of object. Partial, so that the hot events (reads of
-- clients, done) cost no entry in them; what they leave out is frequent, and found quickly from the newest on.
create index audit_events_action on audit_events (org_id, action, id)
  where action not in ('client.read', 'client.list', 'client.change', 'client.create', 'note.list', 'contact.list', 'relationship.list', 'resource.list', 'resource.read');
create index audit_events_outcome on audit_events (org_id, outcome, id) where outcome <> 'done';
create index audit_events_type on audit_events (org_id, object_type, id) where object_type <> 'client';

-- Organizations whose log has work for the sequencer: one probe of an index each.
create function wk_audit_waiting() returns setof uuid language sql stable security definer set search_path = public as
  $$ select o.org_id from organizations o where exists (select 1 from audit_pending p where p.org_id = o.org_id) order by 1 $$;
revoke all on function wk_audit_waiting() from public;
grant execute on function wk_audit_waiting() to wellkeep_worker;

-- Ids of events about an object, newest first: those that name it, and lists, imports and exports that hold it.
-- `@>` is not leakproof, so under row security the planner would not use the GIN index; this function stays
-- within the organization itself, and answers ids only.
create function wk_audit_of_object(
  p_object uuid, p_before uuid, p_after uuid, p_from timestamptz, p_to timestamptz, p_actor uuid, p_session uuid,
  p_action text, p_outcome text, p_type text, p_limit integer
) returns setof uuid language sql stable security definer set search_path = public as $$
  with named as (
    select e.id from audit_events e
    where e.org_id = wk_org() and e.object_id = p_object
      and (p_before is null or e.id < p_before) and (p_after is null or e.id >= p_after)
      and (p_from is null or e.at >= p_from) and (p_to is null or e.at < p_to)
      and (p_actor is null or e.actor_id = p_actor) and (p_session is null or e.session_id = p_session)
      and (p_action is null or e.action = p_action) and (p_outcome is null or e.outcome = p_outcome)
      and (p_type is null or e.object_type = p_type)
    order by e.id desc limit p_limit
  ), holding as materialized (
    -- Materialized: by the GIN index alone, never by a walk through all events in order of id.
    select e.id from audit_events e
    where e.object_ids @> array[p_object] and e.org_id = wk_org()
      and (p_before is null or e.id < p_before) and (p_after is null or e.id >= p_after)
      and (p_from is null or e.at >= p_from) and (p_to is null or e.at < p_to)
      and (p_actor is null or e.actor_id = p_actor) and (p_session is null or e.session_id = p_session)
      and (p_action is null or e.action = p_action) and (p_outcome is null or e.outcome = p_outcome)
      and (p_type is null or e.object_type = p_type)
  )
  select id from named union select id from holding order by id desc limit p_limit
$$;
revoke all on function wk_audit_of_object(uuid, uuid, uuid, timestamptz, timestamptz, uuid, uuid, text, text, text, integer) from public;
grant execute on function wk_audit_of_object(uuid, uuid, uuid, timestamptz, timestamptz, uuid, uuid, text, text, text, integer) to wellkeep_app;
