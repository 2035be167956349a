-- Copies of folders on the organization's computers, as restic keeps them. Plain: names of machines, sizes, times, counts.
-- What restic sends is sealed once more under the device's own key; its password, where Wellkeep keeps it, too.
-- Whether the transaction is somebody's of the staff: neither a portal person's nor a device's.
create function wk_is_staff() returns boolean language sql stable as
  $$ select not wk_is_portal() and exists (select 1 from users u where u.org_id = wk_org() and u.id = wk_user()) $$;
grant execute on function wk_is_staff() to wellkeep_app, wellkeep_worker;

create table devices (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  facility_id uuid,
  -- Wellkeep keeps the password of the repository; otherwise nobody here can open what lies in it.
  managed boolean not null,
  state text not null default 'active' check (state in ('active', 'revoked', 'destroyed')),
  quota_bytes bigint not null check (quota_bytes > 0),
  used_bytes bigint not null default 0 check (used_bytes >= 0),
  silent_hours integer not null check (silent_hours between 1 and 8760),
  -- How many copies stay: {keepDays, daily, weekly, monthly, yearly}. Null: all.
  retention jsonb,
  sealed_password bytea,
  last_snapshot_at timestamptz,
  -- Since when it counts as silent, and somebody was told so.
  silent_since timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  revoked_by uuid,
  revoked_at timestamptz,
  destroyed_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, facility_id) references facilities (org_id, id),
  check ((state = 'destroyed') = (destroyed_at is not null)),
  check (state = 'active' or revoked_at is not null),
  -- Without the password nothing can be told apart, so nothing can be let go.
  check (retention is null or managed),
  check ((sealed_password is not null) = (managed and state <> 'destroyed'))
);
create unique index devices_name on devices (org_id, lower(name)) where state <> 'destroyed';
create index devices_facility on devices (org_id, facility_id) where facility_id is not null;
alter table devices enable row level security;
-- The organization's staff sees devices; a device sees itself. `wk_user()` is whoever acts, person or device.
create policy seen on devices for select to wellkeep_app using (org_id = wk_org() and (id = wk_user()
  or (select wk_is_staff())));
create policy added on devices for insert to wellkeep_app with check (org_id = wk_org()
  and (select wk_is_staff()));
create policy changed on devices for update to wellkeep_app using (org_id = wk_org() and (id = wk_user()
  or (select wk_is_staff()))) with check (org_id = wk_org());
create policy worker on devices to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on devices to wellkeep_app;
grant select, insert, update on devices to wellkeep_worker;

-- What a device signs in with. `append` adds copies and reads them; `read` reads them, for a restore on another computer.
create table device_credentials (
  org_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  access text not null check (access in ('append', 'read')),
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, device_id) references devices (org_id, id),
  -- Reading elsewhere is for a while.
  check (access = 'append' or expires_at is not null)
);
create index device_credentials_of on device_credentials (org_id, device_id);
alter table device_credentials enable row level security;
create policy own on device_credentials to wellkeep_app using (org_id = wk_org()
  and (select wk_is_staff())) with check (org_id = wk_org());
create policy worker on device_credentials to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on device_credentials to wellkeep_app, wellkeep_worker;

-- The files of a repository. Append-only by the database itself: the role that serves devices can take away locks alone.
create table device_objects (
  org_id uuid not null,
  device_id uuid not null,
  kind text not null check (kind in ('config', 'keys', 'data', 'index', 'snapshots', 'locks')),
  -- SHA-256 of what restic sent; empty for `config`.
  name bytea not null check (length(name) = case kind when 'config' then 0 else 32 end),
  blob_id uuid not null,
  size bigint not null check (size >= 0),
  created_at timestamptz not null default now(),
  primary key (org_id, device_id, kind, name),
  unique (org_id, blob_id),
  foreign key (org_id, device_id) references devices (org_id, id)
);
alter table device_objects enable row level security;
create policy seen on device_objects for select to wellkeep_app using (org_id = wk_org() and device_id = wk_user());
create policy added on device_objects for insert to wellkeep_app with check (org_id = wk_org() and device_id = wk_user());
create policy unlocked on device_objects for delete to wellkeep_app using (org_id = wk_org() and device_id = wk_user() and kind = 'locks');
create policy worker on device_objects to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, delete on device_objects to wellkeep_app, wellkeep_worker;

-- What retention took away, held back for a while before its bytes go.
create table device_removed (
  org_id uuid not null,
  blob_id uuid not null,
  device_id uuid not null,
  kind text not null,
  name bytea not null,
  size bigint not null,
  created_at timestamptz not null,
  removed_at timestamptz not null default now(),
  primary key (org_id, blob_id),
  foreign key (org_id, device_id) references devices (org_id, id)
);
create index device_removed_of on device_removed (org_id, device_id, removed_at);
alter table device_removed enable row level security;
create policy worker on device_removed to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, delete on device_removed to wellkeep_worker;

-- restic knows no sessions: what a device does without a longer pause counts as one.
create table device_sessions (
  org_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  credential_id uuid not null,
  access text not null,
  started_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  ended_at timestamptz,
  written_bytes bigint not null default 0,
  written_objects integer not null default 0,
  read_bytes bigint not null default 0,
  read_objects integer not null default 0,
  snapshots integer not null default 0,
  refused integer not null default 0,
  primary key (org_id, id),
  foreign key (org_id, device_id) references devices (org_id, id)
);
create unique index device_sessions_open on device_sessions (org_id, device_id, credential_id) where ended_at is null;
create index device_sessions_of on device_sessions (org_id, device_id, started_at desc);
alter table device_sessions enable row level security;
create policy own on device_sessions to wellkeep_app using (org_id = wk_org() and (device_id = wk_user()
  or (select wk_is_staff()))) with check (org_id = wk_org() and device_id = wk_user());
create policy worker on device_sessions to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on device_sessions to wellkeep_app, wellkeep_worker;

-- What Wellkeep itself did with a repository: retention, checks, restore drills.
create table device_runs (
  org_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  kind text not null check (kind in ('retention', 'drill')),
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  -- Counts and codes, never names.
  facts jsonb not null default '{}',
  primary key (org_id, id),
  foreign key (org_id, device_id) references devices (org_id, id)
);
create index device_runs_of on device_runs (org_id, device_id, started_at desc);
alter table device_runs enable row level security;
create policy seen on device_runs for select to wellkeep_app using (org_id = wk_org()
  and (select wk_is_staff()));
create policy worker on device_runs to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select on device_runs to wellkeep_app;
grant select, insert, update on device_runs to wellkeep_worker;

-- A device's data key is reached by the device and by the organization's staff; the routes decide who.
-- The list of subjects is taken as it is and made longer, whoever else made it longer before.
do $$ declare def text; begin
  select pg_get_constraintdef(oid) into def from pg_constraint where conname = 'deks_subject_type_check';
  alter table deks drop constraint deks_subject_type_check;
  execute 'alter table deks add constraint deks_subject_type_check ' || replace(def, '''file''::text', '''file''::text, ''device''::text');
end $$;
create policy seen_device on deks for select to wellkeep_app using (org_id = wk_org() and subject_type = 'device'
  and exists (select 1 from devices d where d.org_id = deks.org_id and d.id = deks.subject_id));
create policy changed_device on deks for update to wellkeep_app using (org_id = wk_org() and subject_type = 'device'
  and exists (select 1 from devices d where d.org_id = deks.org_id and d.id = deks.subject_id)
  and (select wk_is_staff())) with check (org_id = wk_org());

-- Which device holds a secret, now. One that was revoked adds nothing more, but can still be restored from.
create function wk_open_device(p_secret_hash bytea) returns jsonb language sql stable security definer set search_path = public as $$
  select jsonb_build_object('orgId', d.org_id, 'userId', d.id, 'displayName', d.name, 'organization', o.name, 'policy', o.policy,
    'device', jsonb_build_object('credentialId', c.id, 'access', c.access))
  from device_credentials c
  join devices d on d.org_id = c.org_id and d.id = c.device_id
  join organizations o on o.org_id = c.org_id
  where c.secret_hash = p_secret_hash and c.revoked_at is null and (c.expires_at is null or c.expires_at > now())
    and (d.state = 'active' or (d.state = 'revoked' and c.access = 'read'))
$$;
revoke all on function wk_open_device(bytea) from public;
grant execute on function wk_open_device(bytea) to wellkeep_app;

-- The new permissions for shipped roles of organizations that exist.
update roles r set permissions = r.permissions || array(select p from unnest(n.permissions) p where p <> all (r.permissions))
from (values
  ('administrator', array['devices:read', 'devices:manage']),
  ('privacy-officer', array['devices:read', 'devices:restore']),
  ('security-officer', array['devices:read']),
  ('auditor', array['devices:read'])
) n (key, permissions) where r.built_in = n.key;
