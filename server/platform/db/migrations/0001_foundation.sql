-- Two login roles without ownership. `wellkeep_app` serves people and programs and lives behind the walls;
-- `wellkeep_worker` runs the log, key rotation and operator commands for one organization at a time.
-- Neither owns a table, creates anything or bypasses row-level security.
revoke all on schema public from public;
grant usage on schema public to wellkeep_app, wellkeep_worker;

-- The row-security context lives for one transaction. No context set means no rows.
create function wk_org() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('wk.org', true), '')::uuid $$;
create function wk_user() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('wk.user', true), '')::uuid $$;
grant execute on function wk_org(), wk_user() to wellkeep_app, wellkeep_worker;

create table organizations (
  org_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  policy jsonb not null default '{}',
  created_at timestamptz not null default now()
);
alter table organizations enable row level security;
create policy own on organizations to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, update on organizations to wellkeep_app, wellkeep_worker;

-- The ids of all organizations: what the workers iterate over. Ids only, no content.
create function wk_organizations() returns setof uuid language sql stable security definer set search_path = public as
  $$ select org_id from organizations order by org_id $$;
revoke all on function wk_organizations() from public;
grant execute on function wk_organizations() to wellkeep_worker, wellkeep_app;

-- Sliding windows shared by all processes. Keys are HMACs, never addresses or e-mails. No org_id: a limit
-- applies before anybody is known; unlogged: losing it in a crash only resets limits.
create unlogged table rate_limits (
  bucket bytea not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (bucket, window_start)
);
create function wk_hit(p_bucket bytea, p_window interval, p_cost integer) returns integer
language sql security definer set search_path = public as $$
  insert into rate_limits as r (bucket, window_start, hits)
  values (p_bucket, date_bin(p_window, now(), timestamptz 'epoch'), p_cost)
  on conflict (bucket, window_start) do update set hits = r.hits + p_cost
  returning hits
$$;
create function wk_forget_limits() returns void language sql security definer set search_path = public as
  $$ delete from rate_limits where window_start < now() - interval '2 days' $$;
revoke all on function wk_hit(bytea, interval, integer), wk_forget_limits() from public;
grant execute on function wk_hit(bytea, interval, integer) to wellkeep_app, wellkeep_worker;
grant execute on function wk_forget_limits() to wellkeep_worker;

-- Answers to creates, so that a repeated request with the same Idempotency-Key changes nothing twice.
-- The answer is sealed: it may hold PHI.
create table idempotency_keys (
  org_id uuid not null references organizations,
  user_id uuid not null,
  key_hash bytea not null,
  request_hash bytea not null,
  status integer,
  sealed_answer bytea,
  created_at timestamptz not null default now(),
  primary key (org_id, user_id, key_hash)
);
alter table idempotency_keys enable row level security;
create policy own on idempotency_keys to wellkeep_app using (org_id = wk_org() and user_id = wk_user())
  with check (org_id = wk_org() and user_id = wk_user());
create policy sweep on idempotency_keys to wellkeep_worker using (org_id = wk_org());
grant select, insert, update on idempotency_keys to wellkeep_app;
grant select, delete on idempotency_keys to wellkeep_worker;
