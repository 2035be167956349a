create table users (
  org_id uuid not null references organizations,
  id uuid not null,
  kind text not null default 'person' check (kind in ('person', 'service')),
  email text not null check (email = lower(email) and length(email) <= 254),
  display_name text not null check (length(display_name) between 1 and 200),
  status text not null check (status in ('invited', 'active', 'suspended', 'removed')),
  password_hash text,
  password_set_at timestamptz,
  must_change_password boolean not null default false,
  -- TOTP secret (RFC 6238), sealed under the user's own key; the last accepted step stops a replay
  sealed_totp bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  failed_attempts integer not null default 0,
  first_failed_at timestamptz,
  locked_until timestamptz,
  -- a time-boxed account (auditor) ends here
  expires_at timestamptz,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
-- One e-mail address signs in to one account, in whichever organization.
create unique index users_email on users (email) where status <> 'removed';
create table password_history (
  org_id uuid not null,
  user_id uuid not null,
  set_at timestamptz not null default now(),
  password_hash text not null,
  primary key (org_id, user_id, set_at),
  foreign key (org_id, user_id) references users (org_id, id)
);
create table recovery_codes (
  org_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (org_id, user_id, code_hash),
  foreign key (org_id, user_id) references users (org_id, id)
);
create table invitations (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null unique,
  invited_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
create table sessions (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null unique,
  stage text not null check (stage in ('totp', 'enrol-totp', 'change-password', 'full')),
  mfa boolean not null default false,
  csrf_hash bytea not null,
  ip inet,
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  idle_seconds integer not null,
  absolute_expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
create index sessions_of_user on sessions (org_id, user_id, created_at);
create table service_tokens (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  token_hash bytea not null unique,
  scopes text[] not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
-- The one-time set-up link, as long as there is no account. No org_id: there is no organization yet.
create table setup_tokens (
  token_hash bytea primary key,
  created_at timestamptz not null default now(),
  used_at timestamptz
);

do $$ declare t text; begin
  foreach t in array array['users', 'password_history', 'recovery_codes', 'invitations', 'sessions', 'service_tokens'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert, update on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
grant delete on recovery_codes, password_history to wellkeep_app, wellkeep_worker;
alter table setup_tokens enable row level security;

-- Before anybody is known there is no context, so these few questions are asked through functions that
-- answer one row for one secret, and nothing without it.
create function wk_setup_needed() returns boolean language sql stable security definer set search_path = public as
  $$ select not exists (select 1 from users) $$;
create function wk_find_sign_in(p_email text) returns table (org_id uuid, user_id uuid)
language sql stable security definer set search_path = public as
  $$ select u.org_id, u.id from users u where u.email = lower(p_email) and u.status <> 'removed' and u.kind = 'person' $$;
create function wk_find_invitation(p_token_hash bytea) returns table (org_id uuid, invitation_id uuid, user_id uuid)
language sql stable security definer set search_path = public as
  $$ select i.org_id, i.id, i.user_id from invitations i join users u on u.org_id = i.org_id and u.id = i.user_id
     where i.token_hash = p_token_hash and i.used_at is null and i.expires_at > now() and u.status = 'invited' $$;
revoke all on function wk_setup_needed(), wk_find_sign_in(text), wk_find_invitation(bytea) from public;
grant execute on function wk_setup_needed(), wk_find_sign_in(text), wk_find_invitation(bytea) to wellkeep_app, wellkeep_worker;

create function wk_setup_token(p_token_hash bytea) returns void language sql security definer set search_path = public as
  $$ delete from setup_tokens; insert into setup_tokens (token_hash) values (p_token_hash) $$;
-- Creates the first organization, once, for the holder of the set-up link.
create function wk_begin_setup(p_token_hash bytea, p_org uuid, p_name text) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(7316001);
  if exists (select 1 from users) then return false; end if;
  update setup_tokens set used_at = now() where token_hash = p_token_hash and used_at is null;
  if not found then return false; end if;
  insert into organizations (org_id, name) values (p_org, p_name);
  return true;
end $$;
revoke all on function wk_setup_token(bytea), wk_begin_setup(bytea, uuid, text) from public;
grant execute on function wk_setup_token(bytea) to wellkeep_worker;
grant execute on function wk_begin_setup(bytea, uuid, text) to wellkeep_worker, wellkeep_app;
