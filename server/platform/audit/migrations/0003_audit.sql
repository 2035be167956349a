-- `leaf` is the event: one line of canonical JSON, exactly the bytes that are hashed. The other columns only
-- find it again; whatever is shown is read from the leaf.
create table audit_events (
  org_id uuid not null references organizations,
  id uuid not null,
  at timestamptz not null,
  leaf text not null,
  actor_id uuid,
  session_id uuid,
  action text not null,
  outcome text not null,
  object_type text,
  object_id uuid,
  object_ids uuid[],
  primary key (org_id, id)
);
-- Events that wait for a place in the tree, and the place each was given. Apart from the events, so that an
-- event is written once and never touched again.
create table audit_pending (
  org_id uuid not null,
  event_id uuid not null,
  primary key (org_id, event_id)
);
create table audit_leaves (
  org_id uuid not null,
  leaf_index bigint not null,
  event_id uuid not null,
  primary key (org_id, leaf_index),
  unique (org_id, event_id)
);
create index audit_events_object on audit_events (org_id, object_id, id) where object_id is not null;
create index audit_events_objects on audit_events using gin (object_ids) where object_ids is not null;
create index audit_events_actor on audit_events (org_id, actor_id, id);
create index audit_events_session on audit_events (org_id, session_id, id) where session_id is not null;
alter table audit_events enable row level security;
create policy own on audit_events to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
-- Nobody who serves requests or sequences can change or delete an event.
grant select on audit_events to wellkeep_app, wellkeep_worker;
alter table audit_pending enable row level security;
alter table audit_leaves enable row level security;
create policy own on audit_pending to wellkeep_app, wellkeep_worker using (org_id = wk_org());
create policy own on audit_leaves to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select on audit_pending, audit_leaves to wellkeep_app;
grant select, delete on audit_pending to wellkeep_worker;
grant select, insert on audit_leaves to wellkeep_worker;

-- The only way in. A batch may hold events of several organizations (before anybody has signed in, none).
create function wk_audit_append(
  p_org uuid[], p_id uuid[], p_at timestamptz[], p_leaf text[], p_actor uuid[], p_session uuid[],
  p_action text[], p_outcome text[], p_object_type text[], p_object uuid[], p_objects text[]
) returns void language sql security definer set search_path = public as $$
  with e as (
    select * from unnest(p_org, p_id, p_at, p_leaf, p_actor, p_session, p_action, p_outcome, p_object_type, p_object, p_objects)
      as e (org_id, id, at, leaf, actor_id, session_id, action, outcome, object_type, object_id, objects)
  ), waiting as (
    insert into audit_pending (org_id, event_id) select e.org_id, e.id from e
  )
  insert into audit_events (org_id, id, at, leaf, actor_id, session_id, action, outcome, object_type, object_id, object_ids)
  select e.org_id, e.id, e.at, e.leaf, e.actor_id, e.session_id, e.action, e.outcome, e.object_type, e.object_id, e.objects::uuid[]
  from e
$$;
revoke all on function wk_audit_append(uuid[], uuid[], timestamptz[], text[], uuid[], uuid[], text[], text[], text[], uuid[], text[]) from public;
grant execute on function wk_audit_append(uuid[], uuid[], timestamptz[], text[], uuid[], uuid[], text[], text[], text[], uuid[], text[])
  to wellkeep_app, wellkeep_worker;

-- The tree as C2SP tlog-tiles; a partial tile is replaced as it grows.
create table audit_tiles (
  org_id uuid not null references organizations,
  level smallint not null,
  n bigint not null,
  width smallint not null check (width between 1 and 256),
  hashes bytea not null,
  primary key (org_id, level, n)
);
create table audit_checkpoints (
  org_id uuid not null references organizations,
  size bigint not null,
  at timestamptz not null,
  note text not null,
  primary key (org_id, size, at)
);
alter table audit_tiles enable row level security;
alter table audit_checkpoints enable row level security;
create policy own on audit_tiles to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
create policy own on audit_checkpoints to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select on audit_tiles, audit_checkpoints to wellkeep_app;
grant select, insert, update on audit_tiles to wellkeep_worker;
grant select, insert on audit_checkpoints to wellkeep_worker;
