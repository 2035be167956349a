-- Files that hang on a ticket or a client. Plain on purpose: ids, states, sizes, types, counts, times, hashes of
-- ciphertexts. Sealed under the file's own data key: its name, what was found in it, its tiny picture, and its bytes,
-- which lie in the store of blobs. Destroying that key destroys just this file.
create table files (
  org_id uuid not null references organizations,
  id uuid not null,
  owner_type text not null check (owner_type in ('ticket', 'client')),
  owner_id uuid not null,
  -- The wall: that of the owner, which it follows.
  group_id uuid not null,
  client_id uuid,
  message_id uuid,
  state text not null check (state in ('uploading', 'waiting', 'reading', 'clean', 'suspected', 'cleared', 'infected', 'moved', 'purged')),
  sealed_name bytea,
  -- Something was found in the name itself, so that it is not shown.
  name_suspected boolean not null default false,
  size bigint not null check (size >= 0),
  received bigint not null default 0 check (received between 0 and size),
  content_type text,
  mislabelled boolean not null default false,
  also_type text,
  pages integer,
  read_error text,
  -- What keeps it from being read just now.
  waits_for text check (waits_for in ('scanner', 'store')),
  scan text not null default 'none' check (scan in ('none', 'clean', 'infected', 'too-large')),
  sealed_findings bytea,
  finding_count integer not null default 0,
  sealed_preview bytea,
  -- SHA-256 over the SHA-256 of each part's ciphertext, in order.
  sealed_hash bytea,
  -- Who uploads or reads it just now; a lease that is not renewed lapses.
  lease_id uuid,
  lease_until timestamptz,
  moved_from uuid,
  moved_to uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  cleared_by uuid,
  cleared_at timestamptz,
  moved_by uuid,
  moved_at timestamptz,
  purged_by uuid,
  purged_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, group_id) references client_groups (org_id, id),
  check ((state in ('moved', 'purged')) = (sealed_name is null)),
  check (state = 'uploading' or state = 'purged' or received = size)
);
create index files_owner on files (org_id, owner_type, owner_id, id);
create index files_client on files (org_id, client_id) where client_id is not null;
create index files_unread on files (org_id, state, created_at) where state in ('uploading', 'waiting', 'reading');
alter table files enable row level security;
create policy seen on files for select to wellkeep_app using (org_id = wk_org()
  and (group_id = any ((select wk_groups('read'))::uuid[]) or client_id = any ((select wk_glass())::uuid[])));
create policy added on files for insert to wellkeep_app
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy changed on files for update to wellkeep_app
  using (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]))
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy worker on files to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on files to wellkeep_app, wellkeep_worker;

-- The blobs of a file, in order. A purged file keeps them until the store has removed them.
create table file_parts (
  org_id uuid not null,
  file_id uuid not null,
  n integer not null,
  blob_id uuid not null,
  plain_bytes bigint not null check (plain_bytes >= 0),
  sealed_bytes bigint not null,
  sha256 bytea not null,
  primary key (org_id, file_id, n),
  unique (org_id, blob_id),
  foreign key (org_id, file_id) references files (org_id, id)
);
-- Who may look into a suspected file for a while, having said why.
create table file_reveals (
  org_id uuid not null,
  file_id uuid not null,
  user_id uuid not null,
  expires_at timestamptz not null,
  primary key (org_id, file_id, user_id),
  foreign key (org_id, file_id) references files (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
alter table file_parts enable row level security;
create policy seen on file_parts for select to wellkeep_app using (org_id = wk_org()
  and exists (select 1 from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id));
create policy changed on file_parts for all to wellkeep_app using (org_id = wk_org()
  and exists (select 1 from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id and f.group_id = any ((select wk_groups('write'))::uuid[])))
  with check (org_id = wk_org()
  and exists (select 1 from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id and f.group_id = any ((select wk_groups('write'))::uuid[])));
create policy worker on file_parts to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on file_parts to wellkeep_app, wellkeep_worker;
alter table file_reveals enable row level security;
create policy own on file_reveals to wellkeep_app using (org_id = wk_org() and user_id = wk_user()) with check (org_id = wk_org() and user_id = wk_user()
  and exists (select 1 from files f where f.org_id = file_reveals.org_id and f.id = file_reveals.file_id));
create policy worker on file_reveals to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on file_reveals to wellkeep_app;
grant select, delete on file_reveals to wellkeep_worker;

-- A file's data key is reachable by whoever may see the file.
create policy seen_file on deks for select to wellkeep_app using (org_id = wk_org() and subject_type = 'file'
  and exists (select 1 from files f where f.org_id = deks.org_id and f.id = deks.subject_id));
create policy changed_file on deks for update to wellkeep_app using (org_id = wk_org() and subject_type = 'file'
  and exists (select 1 from files f where f.org_id = deks.org_id and f.id = deks.subject_id
    and f.group_id = any ((select wk_groups('write'))::uuid[]))) with check (org_id = wk_org());

-- How a file may go on, whoever asks: what is infected is only ever purged, what is purged or moved stays so, only the
-- reader says that a file is clean, and only who holds the permission clears one.
create function wk_file_goes_on() returns trigger language plpgsql set search_path = public as $$
declare next text[];
begin
  next := case old.state
    when 'uploading' then array['waiting', 'purged']
    when 'waiting' then array['reading', 'suspected', 'infected', 'purged']
    when 'reading' then array['waiting', 'clean', 'suspected', 'infected', 'purged']
    when 'clean' then array['suspected', 'moved', 'purged']
    when 'suspected' then array['cleared', 'moved', 'purged']
    when 'cleared' then array['suspected', 'moved', 'purged']
    when 'infected' then array['purged']
    else '{}'::text[] end;
  if not (new.state = any (next)) then
    raise exception 'a file that is % can not become %', old.state, new.state using errcode = 'WKF01';
  end if;
  if new.state = 'clean' and current_user = 'wellkeep_app' then
    raise exception 'only the reader says that a file is clean' using errcode = '42501';
  end if;
  if new.state = 'cleared' then
    if not wk_user_may('files:clear') then raise exception 'clearing needs files:clear' using errcode = '42501'; end if;
  end if;
  return new;
end $$;
create trigger goes_on before update of state on files for each row when (old.state is distinct from new.state) execute function wk_file_goes_on();
create function wk_file_begins() returns trigger language plpgsql set search_path = public as $$
begin
  if new.state = 'uploading' then return new; end if;
  -- What is moved begins where it was; it is the mover's own act, and its other half is in the same transaction.
  if new.moved_from is not null and new.state in ('clean', 'suspected', 'cleared')
    and exists (select 1 from files f where f.org_id = new.org_id and f.id = new.moved_from and f.state in ('clean', 'suspected', 'cleared'))
    then return new; end if;
  raise exception 'a file begins with its upload' using errcode = '42501';
end $$;
create trigger begins before insert on files for each row execute function wk_file_begins();

-- The gate of the desk: what is on a ticket and not settled.
create or replace function wk_unsettled_files(p_org uuid, p_ticket uuid) returns setof uuid language sql stable security definer set search_path = public as
  $$ select id from files where org_id = p_org and owner_type = 'ticket' and owner_id = p_ticket
    and state in ('waiting', 'reading', 'suspected', 'infected') order by id $$;
create function wk_file_holds_open() returns trigger language plpgsql security definer set search_path = public as $$
begin perform wk_hold_open(new.org_id, new.owner_id); return new; end $$;
create trigger hold_open before update of state on files for each row
  when (new.owner_type = 'ticket' and (new.state in ('suspected', 'infected') or (old.state = 'uploading' and new.state = 'waiting'))) execute function wk_file_holds_open();

-- Walls follow.
create function wk_files_follow_client() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update files set group_id = new.group_id where org_id = new.org_id and owner_type = 'client' and owner_id = new.id;
  return null;
end $$;
create trigger files_follow after update of group_id on clients for each row when (old.group_id <> new.group_id) execute function wk_files_follow_client();
create function wk_files_follow_ticket() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update files set group_id = new.group_id, client_id = new.client_id where org_id = new.org_id and owner_type = 'ticket' and owner_id = new.id;
  return null;
end $$;
create trigger files_follow after update of group_id, client_id on tickets for each row
  when (old.group_id <> new.group_id or old.client_id is distinct from new.client_id) execute function wk_files_follow_ticket();

-- A client that is destroyed takes its files along, in the same transaction; a job removes the ciphertexts.
create function wk_files_shredded() returns trigger language plpgsql security definer set search_path = public as $$
declare f uuid;
begin
  for f in update files set state = 'purged', sealed_name = null, sealed_findings = null, sealed_preview = null, lease_id = null,
      purged_at = new.shredded_at, purged_by = wk_user(), version = version + 1
    where org_id = new.org_id and owner_type = 'client' and owner_id = new.id and state not in ('moved', 'purged') returning id
  loop
    update deks set wrapped = null, destroyed_at = new.shredded_at where org_id = new.org_id and subject_id = f and wrapped is not null;
    perform wk_add_job('file.remove', jsonb_build_object('fileId', f), 'file.remove:' || f, null);
  end loop;
  return null;
end $$;
create trigger files_shredded after update of shredded_at on clients for each row
  when (old.shredded_at is null and new.shredded_at is not null) execute function wk_files_shredded();

-- New permissions for the shipped roles of organizations that exist; what else an administrator made of them stays.
update roles r set permissions = r.permissions || array(select p from unnest(n.permissions) p where p <> all (r.permissions))
from (values
  ('privacy-officer', array['files:read']),
  ('clinician', array['files:read', 'files:write']),
  ('care-coordinator', array['files:read', 'files:write']),
  ('receptionist', array['files:read', 'files:write']),
  ('technician', array['files:read', 'files:write'])
) n (key, permissions) where r.built_in = n.key;
