-- Which person a source names: 8 bytes of HMAC of the name and 8 of the birth date (zeros where unknown). Two
-- people under one medical record number differ in both, and are reported instead of merged.
alter table client_sources add column who bytea;

-- One import: an uploaded file, or files read by an operator's command. Holds no PHI in the clear: the file's
-- name is sealed, the mapping names columns by number.
create table imports (
  org_id uuid not null references organizations,
  id uuid not null,
  -- Null for an operator on the command line.
  user_id uuid,
  -- Who started it, as the log names them.
  actor jsonb not null,
  group_id uuid,
  kind text not null check (kind in ('csv', 'fhir')),
  status text not null check (status in ('uploaded', 'queued', 'running', 'done', 'failed', 'cancelled')),
  encoding text not null,
  encoding_assumed boolean not null default false,
  -- False where the file is not in the blob store (any more).
  stored boolean not null,
  sealed_name bytea not null,
  options jsonb not null default '{}',
  -- What is done: pass and row from which a restarted import goes on, and counts.
  pass integer not null default 0,
  position bigint not null default 0,
  file_bytes bigint not null,
  -- What its passes over the file read in all.
  bytes_total bigint not null,
  bytes_done bigint not null default 0,
  rows_read bigint not null default 0,
  created bigint not null default 0,
  unchanged bigint not null default 0,
  updated bigint not null default 0,
  failed bigint not null default 0,
  others bigint not null default 0,
  contacts bigint not null default 0,
  unassigned jsonb not null default '{}',
  cancel boolean not null default false,
  -- While the process that runs it lives, it keeps this in the future.
  lease_until timestamptz,
  -- Of this process: a lease that was lost can't be used any more.
  lease_id uuid,
  -- Starts since the last progress; too many, and the import fails for good.
  attempts integer not null default 0,
  error_code text,
  error_message text,
  created_at timestamptz not null default now(),
  queued_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (org_id, id)
);
create index on imports (status, queued_at) where status in ('queued', 'running');
-- One import at a time in an organization: two of the same file would not see each other's clients.
create unique index imports_one_running on imports (org_id) where status = 'running';

-- What was remarked on: row, element and reason, never a value.
create table import_issues (
  org_id uuid not null,
  import_id uuid not null,
  seq bigint not null generated always as identity,
  file text,
  row_number bigint,
  field text,
  reason text not null,
  severity text not null check (severity in ('error', 'warning')),
  primary key (org_id, import_id, seq),
  foreign key (org_id, import_id) references imports (org_id, id) on delete cascade
);

-- How resources of one import refer to its clients: tokens (HMAC-SHA-256) that hold within the import only. Gone
-- when it is finished.
create table import_references (
  org_id uuid not null,
  import_id uuid not null,
  token bytea not null,
  client_id uuid not null,
  primary key (org_id, import_id, token),
  foreign key (org_id, import_id) references imports (org_id, id) on delete cascade
);

-- Imported resources that belong to no client: practitioners, locations, and what names a patient that is not
-- there. Behind the wall of the group that the import went to; sealed under the organization's key.
create table unassigned_resources (
  org_id uuid not null references organizations,
  id uuid not null,
  group_id uuid not null,
  import_id uuid,
  source_token bytea not null,
  type text not null,
  sealed_label bytea not null,
  sealed_clinical bytea not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, group_id, source_token),
  foreign key (org_id, group_id) references client_groups (org_id, id)
);
-- Under which keys other resources refer to them (a role to its practitioner).
create table unassigned_keys (
  org_id uuid not null,
  group_id uuid not null,
  token bytea not null,
  resource_id uuid not null,
  primary key (org_id, group_id, token),
  foreign key (org_id, resource_id) references unassigned_resources (org_id, id) on delete cascade
);

alter table imports enable row level security;
create policy seen on imports for select to wellkeep_app using (org_id = wk_org()
  and (user_id = wk_user() or group_id = any ((select wk_groups('read'))::uuid[])));
create policy added on imports for insert to wellkeep_app with check (org_id = wk_org() and user_id = wk_user());
create policy changed on imports for update to wellkeep_app using (org_id = wk_org() and user_id = wk_user())
  with check (org_id = wk_org() and user_id = wk_user()
    and (group_id is null or group_id = any ((select wk_groups('write'))::uuid[])));
create policy worker on imports to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on imports to wellkeep_app, wellkeep_worker;

do $$ declare t text; begin
  foreach t in array array['import_issues', 'import_references'] loop
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy own on %1$I to wellkeep_app using (org_id = wk_org() and exists (select 1 from imports i
      where i.org_id = %1$I.org_id and i.id = %1$I.import_id)) with check (org_id = wk_org() and exists (select 1 from imports i
      where i.org_id = %1$I.org_id and i.id = %1$I.import_id))$p$, t);
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert, delete on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
  foreach t in array array['unassigned_resources', 'unassigned_keys'] loop
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy seen on %I for select to wellkeep_app
      using (org_id = wk_org() and group_id = any ((select wk_groups('read'))::uuid[]))$p$, t);
    execute format($p$create policy added on %I for insert to wellkeep_app
      with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]))$p$, t);
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
create index on unassigned_resources (org_id, import_id);

-- Takes the next import that waits, or whose process is gone, in any organization. Ids only.
create function wk_claim_import(p_lease_id uuid, p_seconds integer) returns table (org_id uuid, id uuid)
language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query update imports i
    set status = 'running', lease_id = p_lease_id, lease_until = now() + make_interval(secs => p_seconds),
      started_at = coalesce(i.started_at, now()), attempts = i.attempts + 1
    where (i.org_id, i.id) = (
      select c.org_id, c.id from imports c
      where (c.status = 'queued' and not exists (select 1 from imports r where r.org_id = c.org_id and r.status = 'running'))
        or (c.status = 'running' and c.lease_until < now())
      order by c.queued_at limit 1 for update skip locked)
    returning i.org_id, i.id;
exception when unique_violation then
  return;
end $$;
-- Uploads that nobody started, and stored files of finished imports: what the sweeper removes.
create function wk_stale_imports(p_before timestamptz) returns table (org_id uuid, id uuid)
language sql security definer set search_path = public as $$
  select i.org_id, i.id from imports i where i.stored
    and (i.status in ('done', 'failed', 'cancelled') or (i.status = 'uploaded' and i.created_at < p_before))
$$;
revoke all on function wk_claim_import(uuid, integer), wk_stale_imports(timestamptz) from public;
grant execute on function wk_claim_import(uuid, integer), wk_stale_imports(timestamptz) to wellkeep_worker;
