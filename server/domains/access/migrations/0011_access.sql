create table roles (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  description text not null default '',
  built_in text,
  permissions text[] not null,
  field_classes jsonb not null default '{}',
  ip_allow_list cidr[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, name)
);
create table user_roles (
  org_id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  primary key (org_id, user_id, role_id),
  foreign key (org_id, user_id) references users (org_id, id),
  foreign key (org_id, role_id) references roles (org_id, id)
);
create table teams (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  description text not null default '',
  primary key (org_id, id),
  unique (org_id, name)
);
create table team_members (
  org_id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  primary key (org_id, user_id, team_id),
  foreign key (org_id, team_id) references teams (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
create table client_groups (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  description text not null default '',
  primary key (org_id, id),
  unique (org_id, name)
);
create table facilities (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  details jsonb not null default '{}',
  primary key (org_id, id),
  unique (org_id, name)
);
-- Which team may see which client group, and how. What no row opens is closed.
create table walls (
  org_id uuid not null,
  team_id uuid not null,
  group_id uuid not null,
  access text not null check (access in ('read', 'write')),
  primary key (org_id, team_id, group_id),
  foreign key (org_id, team_id) references teams (org_id, id),
  foreign key (org_id, group_id) references client_groups (org_id, id)
);
create table break_glass (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  client_id uuid not null,
  reason text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  outcome text check (outcome in ('justified', 'unjustified')),
  comment text,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
create index break_glass_active on break_glass (org_id, user_id, expires_at);

do $$ declare t text; begin
  foreach t in array array['roles', 'user_roles', 'teams', 'team_members', 'client_groups', 'facilities', 'walls', 'break_glass'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert, update, delete on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
revoke delete on break_glass from wellkeep_app, wellkeep_worker;

-- Sets the row-security context of a transaction: the organization, the user, and what the walls open to that
-- user. The database computes the groups itself, once a transaction; the policies only compare with them.
create function wk_enter(p_org uuid, p_user uuid) returns void language plpgsql security definer set search_path = public as $$
declare reads uuid[]; writes uuid[]; glass uuid[];
begin
  if p_user is not null then
    select array_agg(w.group_id), array_agg(w.group_id) filter (where w.access = 'write') into reads, writes
    from team_members m join walls w on w.org_id = m.org_id and w.team_id = m.team_id
    where m.org_id = p_org and m.user_id = p_user;
    select array_agg(b.client_id) into glass
    from break_glass b where b.org_id = p_org and b.user_id = p_user and b.expires_at > now();
  end if;
  perform set_config('wk.org', coalesce(p_org::text, ''), true), set_config('wk.user', coalesce(p_user::text, ''), true),
    set_config('wk.read', coalesce(reads::text, ''), true), set_config('wk.write', coalesce(writes::text, ''), true),
    set_config('wk.glass', coalesce(glass::text, ''), true);
end $$;
-- The groups that the walls open, for 'read' or 'write': the heart of invariant 3. No context, no groups.
create function wk_groups(p_access text) returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('wk.' || p_access, true), ''), '{}')::uuid[] $$;
-- Clients opened for a short time by break-glass, for reading.
create function wk_glass() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('wk.glass', true), ''), '{}')::uuid[] $$;
revoke all on function wk_enter(uuid, uuid) from public;
grant execute on function wk_enter(uuid, uuid) to wellkeep_app, wellkeep_worker;
grant execute on function wk_groups(text), wk_glass() to wellkeep_app, wellkeep_worker;

-- Who is behind a session cookie or a service token, with all that policy needs, in one answer. Sliding
-- the idle time is part of it, at most every few seconds, so that reads stay cheap.
create function wk_principal(p_org uuid, p_user uuid) returns jsonb language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'orgId', u.org_id, 'userId', u.id, 'email', u.email, 'displayName', u.display_name, 'kind', u.kind,
    'organization', o.name, 'policy', o.policy,
    'roles', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'permissions', r.permissions,
        'fieldClasses', r.field_classes, 'ipAllowList', r.ip_allow_list) order by r.name)
      from user_roles ur join roles r on r.org_id = ur.org_id and r.id = ur.role_id
      where ur.org_id = u.org_id and ur.user_id = u.id), '[]'))
  from users u join organizations o on o.org_id = u.org_id where u.org_id = p_org and u.id = p_user
$$;
-- Grows with every change of what its principals may do, so that a process may keep what it once read of one.
create table access_versions (
  org_id uuid primary key references organizations,
  version bigint not null default 1
);
alter table access_versions enable row level security;
create function wk_access_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into access_versions as v (org_id) values (coalesce(new.org_id, old.org_id))
  on conflict (org_id) do update set version = v.version + 1;
  return null;
end $$;
create trigger access_changed after insert or update of name, policy on organizations for each row execute function wk_access_changed();
create trigger access_changed after update of email, display_name, kind, status on users for each row execute function wk_access_changed();
create trigger access_changed after insert or update or delete on roles for each row execute function wk_access_changed();
create trigger access_changed after insert or update or delete on user_roles for each row execute function wk_access_changed();

-- Who holds a session's secret, now: whether it still lives is asked of the tables every time; the principal's
-- own part is left out when the asker knows this version of it.
create function wk_open_session(p_token_hash bytea, p_passive boolean, p_known bigint) returns jsonb
language plpgsql security definer set search_path = public as $$
declare s record;
begin
  select x.org_id, x.id, x.user_id, x.stage, x.mfa, x.csrf_hash, x.last_seen_at, x.idle_seconds, x.absolute_expires_at, v.version into s
  from sessions x join users u on u.org_id = x.org_id and u.id = x.user_id join access_versions v on v.org_id = x.org_id
  where x.token_hash = p_token_hash and x.ended_at is null and u.status = 'active' and (u.expires_at is null or u.expires_at > now())
    and x.absolute_expires_at > now() and x.last_seen_at + make_interval(secs => x.idle_seconds) > now();
  if not found then return null; end if;
  if not p_passive and s.last_seen_at < now() - least(interval '15 seconds', make_interval(secs => s.idle_seconds / 10.0)) then
    update sessions set last_seen_at = now() where org_id = s.org_id and id = s.id returning last_seen_at into s.last_seen_at;
  end if;
  return jsonb_build_object('orgId', s.org_id, 'userId', s.user_id, 'version', s.version, 'sessionId', s.id, 'stage', s.stage, 'mfa', s.mfa,
      'csrfHash', encode(s.csrf_hash, 'hex'), 'absoluteExpiresAt', s.absolute_expires_at,
      'idleExpiresAt', s.last_seen_at + make_interval(secs => s.idle_seconds))
    || case when s.version = p_known then '{}'::jsonb else wk_principal(s.org_id, s.user_id) end;
end $$;
create function wk_open_token(p_token_hash bytea, p_known bigint) returns jsonb
language plpgsql security definer set search_path = public as $$
declare t record;
begin
  select x.org_id, x.id, x.user_id, x.name, x.scopes, x.last_used_at, v.version into t
  from service_tokens x join users u on u.org_id = x.org_id and u.id = x.user_id join access_versions v on v.org_id = x.org_id
  where x.token_hash = p_token_hash and x.revoked_at is null and x.expires_at > now()
    and u.status = 'active' and (u.expires_at is null or u.expires_at > now());
  if not found then return null; end if;
  if t.last_used_at is null or t.last_used_at < now() - interval '1 minute' then
    update service_tokens set last_used_at = now() where org_id = t.org_id and id = t.id;
  end if;
  return jsonb_build_object('orgId', t.org_id, 'userId', t.user_id, 'version', t.version, 'tokenId', t.id, 'tokenName', t.name, 'scopes', t.scopes)
    || case when t.version = p_known then '{}'::jsonb else wk_principal(t.org_id, t.user_id) end;
end $$;
revoke all on function wk_principal(uuid, uuid), wk_open_session(bytea, boolean, bigint), wk_open_token(bytea, bigint) from public;
grant execute on function wk_open_session(bytea, boolean, bigint), wk_open_token(bytea, bigint) to wellkeep_app;
