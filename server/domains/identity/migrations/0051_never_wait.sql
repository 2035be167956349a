-- Who is behind a secret is asked for many requests at once. That somebody was there is noted in passing: where
-- another transaction holds the row, the note is left out, so that nobody waits for somebody else's session.
create or replace function wk_open_session(p_token_hash bytea, p_passive boolean, p_known bigint) returns jsonb
language plpgsql security definer set search_path = public as $$
declare s record;
begin
  select x.org_id, x.id, x.user_id, x.stage, x.mfa, x.csrf_hash, x.last_seen_at, x.idle_seconds, x.absolute_expires_at, v.version into s
  from sessions x join users u on u.org_id = x.org_id and u.id = x.user_id join access_versions v on v.org_id = x.org_id
  where x.token_hash = p_token_hash and x.ended_at is null and u.status = 'active' and (u.expires_at is null or u.expires_at > now())
    and x.absolute_expires_at > now() and x.last_seen_at + make_interval(secs => x.idle_seconds) > now();
  if not found then return null; end if;
  if not p_passive and s.last_seen_at < now() - least(interval '15 seconds', make_interval(secs => s.idle_seconds / 10.0)) then
    update sessions x set last_seen_at = now()
    from (select id from sessions where org_id = s.org_id and id = s.id for no key update skip locked) free
    where x.org_id = s.org_id and x.id = free.id;
    if found then s.last_seen_at := now(); end if;
  end if;
  return jsonb_build_object('orgId', s.org_id, 'userId', s.user_id, 'version', s.version, 'sessionId', s.id, 'stage', s.stage, 'mfa', s.mfa,
      'csrfHash', encode(s.csrf_hash, 'hex'), 'absoluteExpiresAt', s.absolute_expires_at,
      'idleExpiresAt', s.last_seen_at + make_interval(secs => s.idle_seconds))
    || case when s.version = p_known then '{}'::jsonb else wk_principal(s.org_id, s.user_id) end;
end $$;
create or replace function wk_open_token(p_token_hash bytea, p_known bigint) returns jsonb
language plpgsql security definer set search_path = public as $$
declare t record;
begin
  select x.org_id, x.id, x.user_id, x.name, x.scopes, x.last_used_at, v.version into t
  from service_tokens x join users u on u.org_id = x.org_id and u.id = x.user_id join access_versions v on v.org_id = x.org_id
  where x.token_hash = p_token_hash and x.revoked_at is null and x.expires_at > now()
    and u.status = 'active' and (u.expires_at is null or u.expires_at > now());
  if not found then return null; end if;
  if t.last_used_at is null or t.last_used_at < now() - interval '1 minute' then
    update service_tokens x set last_used_at = now()
    from (select id from service_tokens where org_id = t.org_id and id = t.id for no key update skip locked) free
    where x.org_id = t.org_id and x.id = free.id;
  end if;
  return jsonb_build_object('orgId', t.org_id, 'userId', t.user_id, 'version', t.version, 'tokenId', t.id, 'tokenName', t.name, 'scopes', t.scopes)
    || case when t.version = p_known then '{}'::jsonb else wk_principal(t.org_id, t.user_id) end;
end $$;
