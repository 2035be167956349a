-- A client: one ciphertext per field class, each bound by its AAD to organization, table, column and row.
create table clients (
  org_id uuid not null references organizations,
  id uuid not null,
  kind text not null check (kind in ('person', 'organisation')),
  group_id uuid not null,
  facility_id uuid,
  version integer not null default 1,
  sealed_contact bytea,
  sealed_demographic bytea,
  sealed_identifier bytea,
  sealed_clinical bytea,
  sealed_financial bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shredded_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, group_id) references client_groups (org_id, id),
  foreign key (org_id, facility_id) references facilities (org_id, id)
);
create index clients_recent on clients (org_id, updated_at desc, id desc) where shredded_at is null;
create index clients_group on clients (org_id, group_id);
alter table clients enable row level security;
create policy seen on clients for select to wellkeep_app
  using (org_id = wk_org() and (group_id = any ((select wk_groups('read'))::uuid[]) or id = any ((select wk_glass())::uuid[])));
create policy added on clients for insert to wellkeep_app
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy changed on clients for update to wellkeep_app
  using (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]))
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy worker on clients to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on clients to wellkeep_app, wellkeep_worker;

-- A data key is reachable by whoever may see its subject; keys of users and of the organization serve the core.
create policy seen on deks for select to wellkeep_app using (org_id = wk_org() and (subject_type <> 'client'
  or exists (select 1 from clients c where c.org_id = deks.org_id and c.id = deks.subject_id)));
create policy added on deks for insert to wellkeep_app with check (org_id = wk_org());
create policy changed on deks for update to wellkeep_app using (org_id = wk_org() and (subject_type <> 'client'
  or exists (select 1 from clients c where c.org_id = deks.org_id and c.id = deks.subject_id
    and c.group_id = any ((select wk_groups('write'))::uuid[])))) with check (org_id = wk_org());

-- Blind-index tokens: truncated HMACs, a key per organization and field. Apart from `clients`, so that a
-- change of the record that touches no searchable field does not touch the GIN index.
create table client_search (
  org_id uuid not null,
  client_id uuid not null,
  group_id uuid not null,
  tokens integer[] not null,
  primary key (org_id, client_id),
  foreign key (org_id, client_id) references clients (org_id, id) on delete cascade
);
create index client_search_tokens on client_search using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 4096);
alter table client_search enable row level security;
create policy seen on client_search for select to wellkeep_app
  using (org_id = wk_org() and group_id = any ((select wk_groups('read'))::uuid[]));
create policy added on client_search for insert to wellkeep_app
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy changed on client_search for update to wellkeep_app
  using (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]))
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy dropped on client_search for delete to wellkeep_app
  using (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy worker on client_search to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on client_search to wellkeep_app, wellkeep_worker;

-- `@>` on arrays is not leakproof, so under row security the planner would not use the GIN index. This
-- function applies the same wall itself, inside the database, and answers ids only.
-- `p_all`: every token must be there. `p_any` with `p_sizes`: groups laid end to end, of each group one token.
create function wk_search(p_all integer[], p_any integer[], p_sizes integer[], p_group uuid, p_limit integer) returns setof uuid
language plpgsql stable security definer set search_path = public as $$
declare
  seen uuid[] := wk_groups('read');
  q text := 'select s.client_id from client_search s where s.org_id = wk_org() and s.group_id = any ($1)';
  at integer := 1;
  size integer;
begin
  if p_group is not null then
    seen := case when p_group = any (seen) then array[p_group] else '{}'::uuid[] end;
  end if;
  if cardinality(p_sizes) = 0 then
    return query select s.client_id from client_search s
      where s.tokens @> p_all and s.org_id = wk_org() and s.group_id = any (seen) limit p_limit;
    return;
  end if;
  if cardinality(p_all) > 0 then q := q || ' and s.tokens @> $2'; end if;
  foreach size in array p_sizes loop
    q := q || format(' and s.tokens && %L::integer[]', p_any[at : at + size - 1]);
    at := at + size;
  end loop;
  return query execute q || ' limit $3' using seen, p_all, p_limit;
end $$;
revoke all on function wk_search(integer[], integer[], integer[], uuid, integer) from public;
grant execute on function wk_search(integer[], integer[], integer[], uuid, integer) to wellkeep_app;

-- Rows that hang on a client share its wall: `exists` asks `clients` under its own policy.
create table client_contacts (
  org_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  version integer not null default 1,
  sealed_contact bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, client_id) references clients (org_id, id)
);
create table client_relationships (
  org_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  other_client_id uuid not null,
  sealed_contact bytea not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, client_id) references clients (org_id, id),
  foreign key (org_id, other_client_id) references clients (org_id, id)
);
create table client_notes (
  org_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  author_id uuid not null,
  version integer not null default 1,
  sealed_note bytea not null,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, client_id) references clients (org_id, id)
);
-- What an import brought beside the record: FHIR resources, whole, sealed.
create table client_resources (
  org_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  source_token bytea not null,
  sealed_label bytea not null,
  sealed_clinical bytea not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, client_id, source_token),
  foreign key (org_id, client_id) references clients (org_id, id)
);
do $$ declare t text; begin
  foreach t in array array['client_contacts', 'client_relationships', 'client_notes', 'client_resources'] loop
    execute format('create index on %I (org_id, client_id, id)', t);
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy seen on %1$I for select to wellkeep_app using (org_id = wk_org()
      and exists (select 1 from clients c where c.org_id = %1$I.org_id and c.id = %1$I.client_id))$p$, t);
    execute format($p$create policy changed on %1$I for all to wellkeep_app using (org_id = wk_org()
      and exists (select 1 from clients c where c.org_id = %1$I.org_id and c.id = %1$I.client_id and c.group_id = any ((select wk_groups('write'))::uuid[])))
      with check (org_id = wk_org()
      and exists (select 1 from clients c where c.org_id = %1$I.org_id and c.id = %1$I.client_id and c.group_id = any ((select wk_groups('write'))::uuid[])))$p$, t);
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert, update, delete on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
create index on client_relationships (org_id, other_client_id);

-- A stable token of where a client came from (system and id, or MRN, SSN, ...), so that a repeated import
-- finds it again. A full HMAC-SHA-256: unique by design, and it must not collide.
create table client_sources (
  org_id uuid not null,
  token bytea not null,
  client_id uuid not null,
  primary key (org_id, token),
  foreign key (org_id, client_id) references clients (org_id, id)
);
create index on client_sources (org_id, client_id);
alter table client_sources enable row level security;
create policy own on client_sources to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, delete on client_sources to wellkeep_app, wellkeep_worker;
