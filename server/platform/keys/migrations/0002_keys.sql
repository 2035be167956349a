-- Keys of an organization, each wrapped by a root key that never enters the database. `kek` wraps DEKs,
-- `index` makes blind-index tokens, `log` is the Ed25519 key that signs checkpoints.
create table org_keys (
  org_id uuid not null references organizations,
  id uuid not null,
  purpose text not null check (purpose in ('kek', 'index', 'log')),
  root_key_id text not null,
  wrapped bytea not null,
  public_part text,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (org_id, id)
);
alter table org_keys enable row level security;
create policy own on org_keys to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select on org_keys to wellkeep_app;
grant select, insert, update, delete on org_keys to wellkeep_worker;

-- Which root keys the database needs: asked before anything is served.
create function wk_root_keys_needed() returns table (root_key_id text, keys bigint)
language sql stable security definer set search_path = public as
  $$ select k.root_key_id, count(*) from org_keys k group by 1 order by 1 $$;
revoke all on function wk_root_keys_needed() from public;
grant execute on function wk_root_keys_needed() to wellkeep_app, wellkeep_worker;

-- One data key per subject. Destroying `wrapped` disposes of all that was sealed under it.
create table deks (
  org_id uuid not null references organizations,
  subject_id uuid not null,
  subject_type text not null check (subject_type in ('client', 'user', 'organization', 'blob')),
  kek_id uuid not null,
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (org_id, subject_id),
  foreign key (org_id, kek_id) references org_keys (org_id, id),
  check ((wrapped is null) = (destroyed_at is not null))
);
create index deks_by_kek on deks (org_id, kek_id) where wrapped is not null;
alter table deks enable row level security;
create policy worker on deks to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert on deks to wellkeep_app;
grant update (kek_id, wrapped, destroyed_at) on deks to wellkeep_app;
grant select, insert, update on deks to wellkeep_worker;
