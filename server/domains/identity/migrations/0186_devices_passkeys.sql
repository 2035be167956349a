-- Devices on which the second factor was given and is not asked again for a while. The device holds the secret in a
-- cookie that no script reads; here lies its hash. It counts for this one user, until it lapses or is revoked.
create table trusted_devices (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  secret_hash bytea not null unique,
  user_agent text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
create index trusted_devices_user on trusted_devices (org_id, user_id);
-- Passkeys (WebAuthn). Public keys: nothing here signs anybody in. What its owner calls one is sealed under their key.
create table passkeys (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  credential_id bytea not null unique,
  public_key bytea not null,
  sign_count bigint not null default 0,
  transports text[] not null default '{}',
  synced boolean not null default false,
  sealed_name bytea not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
create index passkeys_user on passkeys (org_id, user_id);
do $$ declare t text; begin
  foreach t in array array['trusted_devices', 'passkeys'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('create policy oneself on %I as restrictive to wellkeep_app using (user_id = wk_user() or not (select wk_is_portal()))', t);
    execute format('grant select, insert, update, delete on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
-- Challenges that were given out, each spent once. Unlogged: losing them in a crash asks somebody to try again. No
-- org_id: whoever signs in by passkey is not known yet. `user_id` where it was given to somebody who is.
create unlogged table passkey_challenges (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('register', 'sign-in', 'second-factor')),
  user_id uuid,
  expires_at timestamptz not null
);
alter table passkey_challenges enable row level security;
create function wk_give_challenge(p_hash bytea, p_purpose text, p_user uuid) returns void
language sql security definer set search_path = public as $$
  delete from passkey_challenges where expires_at < now();
  insert into passkey_challenges (challenge_hash, purpose, user_id, expires_at) values (p_hash, p_purpose, p_user, now() + interval '5 minutes')
$$;
create function wk_spend_challenge(p_hash bytea, p_purpose text, p_user uuid) returns boolean
language sql security definer set search_path = public as $$
  with spent as (delete from passkey_challenges where challenge_hash = p_hash and purpose = p_purpose
    and user_id is not distinct from p_user and expires_at > now() returning 1)
  select exists (select 1 from spent)
$$;
create function wk_find_passkey(p_credential bytea) returns table (org_id uuid, user_id uuid)
language sql stable security definer set search_path = public as $$
  select k.org_id, k.user_id from passkeys k join users u on u.org_id = k.org_id and u.id = k.user_id
  where k.credential_id = p_credential and u.status <> 'removed'
$$;
revoke all on function wk_give_challenge(bytea, text, uuid), wk_spend_challenge(bytea, text, uuid), wk_find_passkey(bytea) from public;
grant execute on function wk_give_challenge(bytea, text, uuid), wk_spend_challenge(bytea, text, uuid), wk_find_passkey(bytea) to wellkeep_app;
