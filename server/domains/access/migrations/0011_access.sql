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

-- The groups that the walls open to the user of this transaction: the heart of invariant 3.
create function wk_groups(p_access text) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct w.group_id), '{}')
  from team_members m join walls w on w.org_id = m.org_id and w.team_id = m.team_id
  where m.org_id = wk_org() and m.user_id = wk_user() and (p_access = 'read' or w.access = 'write')
$$;
-- Clients opened for a short time by break-glass, for reading.
create function wk_glass() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(b.client_id), '{}') from break_glass b
  where b.org_id = wk_org() and b.user_id = wk_user() and b.expires_at > now()
$$;
revoke all on function wk_groups(text), wk_glass() from public;
grant execute on function wk_groups(text), wk_glass() to wellkeep_app;

-- Who is behind a session cookie or a service token, with all that policy needs, in one answer. Sliding
-- the idle time is part of it, at most every few seconds, so that reads stay cheap.
create function wk_principal(p_org uuid, p_user uuid) returns jsonb language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'orgId', u.org_id, 'userId', u.id, 'email', u.email, 'displayName', u.display_name, 'kind', u.kind,
    'organization', (select o.name from organizations o where o.org_id = u.org_id),
    'policy', (select o.policy from organizations o where o.org_id = u.org_id),
    'roles', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'permissions', r.permissions,
        'fieldClasses', r.field_classes, 'ipAllowList', r.ip_allow_list) order by r.name)
      from user_roles ur join roles r on r.org_id = ur.org_id and r.id = ur.role_id
      where ur.org_id = u.org_id and ur.user_id = u.id), '[]'))
  from users u where u.org_id = p_org and u.id = p_user
$$;
create function wk_open_session(p_token_hash bytea, p_passive boolean) returns jsonb
language plpgsql security definer set search_path = public as $$
declare s sessions; u users;
begin
  select * into s from sessions where token_hash = p_token_hash and ended_at is null;
  if not found then return null; end if;
  select * into u from users where org_id = s.org_id and id = s.user_id;
  if u.status <> 'active' or (u.expires_at is not null and u.expires_at <= now())
    or s.absolute_expires_at <= now() or s.last_seen_at + make_interval(secs => s.idle_seconds) <= now() then
    return null;
  end if;
  if not p_passive and s.last_seen_at < now() - least(interval '15 seconds', make_interval(secs => s.idle_seconds / 10.0)) then
    update sessions set last_seen_at = now() where org_id = s.org_id and id = s.id returning last_seen_at into s.last_seen_at;
  end if;
  return wk_principal(s.org_id, s.user_id) || jsonb_build_object(
    'sessionId', s.id, 'stage', s.stage, 'mfa', s.mfa, 'csrfHash', encode(s.csrf_hash, 'hex'),
    'idleExpiresAt', s.last_seen_at + make_interval(secs => s.idle_seconds), 'absoluteExpiresAt', s.absolute_expires_at);
end $$;
create function wk_open_token(p_token_hash bytea) returns jsonb
language plpgsql security definer set search_path = public as $$
declare t service_tokens; u users;
begin
  select * into t from service_tokens where token_hash = p_token_hash and revoked_at is null and expires_at > now();
  if not found then return null; end if;
  select * into u from users where org_id = t.org_id and id = t.user_id;
  if u.status <> 'active' or (u.expires_at is not null and u.expires_at <= now()) then return null; end if;
  if t.last_used_at is null or t.last_used_at < now() - interval '1 minute' then
    update service_tokens set last_used_at = now() where org_id = t.org_id and id = t.id;
  end if;
  return wk_principal(t.org_id, t.user_id) || jsonb_build_object('tokenId', t.id, 'tokenName', t.name, 'scopes', t.scopes);
end $$;
revoke all on function wk_principal(uuid, uuid), wk_open_session(bytea, boolean), wk_open_token(bytea) from public;
grant execute on function wk_open_session(bytea, boolean), wk_open_token(bytea) to wellkeep_app;
