-- Folders and documents. Sealed under a key of their own each: names, tags, notes. Plain on purpose: ids, walls, states,
-- numbers, times. A folder is private (one client's, behind the wall of the client's group) or shared (with the whole
-- organization, or with some facilities). All below a folder shares its wall, which is copied down by triggers.
do $$ declare def text; begin
  -- Whatever else has a key stays.
  select pg_get_constraintdef(oid) into def from pg_constraint where conname = 'deks_subject_type_check';
  alter table deks drop constraint deks_subject_type_check;
  execute 'alter table deks add constraint deks_subject_type_check ' || replace(def, '''file''::text', '''file''::text, ''folder''::text, ''document''::text');
end $$;

create table folders (
  org_id uuid not null references organizations,
  id uuid not null,
  parent_id uuid,
  client_id uuid,
  group_id uuid,
  -- Of a shared folder: with which facilities; none means all.
  facility_ids uuid[] not null default '{}',
  sealed_name bytea,
  -- HMAC of parent and name: no two alike in one place. It tells nothing but that.
  name_key bytea not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  removed_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, parent_id) references folders (org_id, id),
  foreign key (org_id, client_id) references clients (org_id, id),
  foreign key (org_id, group_id) references client_groups (org_id, id),
  foreign key (org_id, created_by) references users (org_id, id),
  check ((client_id is null) = (group_id is null)),
  check (client_id is null or facility_ids = '{}'),
  check ((removed_at is null) = (sealed_name is not null))
);
create unique index folders_name on folders (org_id, name_key) where removed_at is null;
create index folders_parent on folders (org_id, parent_id) where removed_at is null;
create index folders_client on folders (org_id, client_id) where client_id is not null;

create table documents (
  org_id uuid not null references organizations,
  id uuid not null,
  folder_id uuid not null,
  client_id uuid,
  group_id uuid,
  facility_ids uuid[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  sealed_name bytea,
  sealed_tags bytea,
  name_key bytea not null,
  -- The newest version; the highest number given out (what was uploaded beside another has one too); what readers see.
  latest integer not null default 0,
  allotted integer not null default 0,
  published integer,
  published_by uuid,
  published_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  expires_at timestamptz,
  review_on date,
  checked_out_by uuid,
  checked_out_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_by uuid,
  updated_at timestamptz not null default now(),
  purged_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, folder_id) references folders (org_id, id),
  foreign key (org_id, created_by) references users (org_id, id),
  foreign key (org_id, checked_out_by) references users (org_id, id),
  check (latest <= allotted and (published is null or published <= allotted)),
  check (state = 'draft' or published is not null or purged_at is not null),
  check ((purged_at is null) = (sealed_name is not null)),
  check ((checked_out_by is null) = (checked_out_at is null))
);
create unique index documents_name on documents (org_id, name_key) where purged_at is null;
create index documents_folder on documents (org_id, folder_id, updated_at desc, id desc) where purged_at is null;
create index documents_client on documents (org_id, client_id) where client_id is not null;
create index documents_review on documents (org_id, review_on) where review_on is not null and purged_at is null;

-- Every version is kept. It has a number once its bytes are whole.
create table document_versions (
  org_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  n integer check (n > 0),
  -- The version that it was made from; one that was uploaded while another came is kept aside.
  base integer not null,
  aside boolean not null default false,
  restored_from integer,
  file_id uuid not null,
  sealed_note bytea,
  author_id uuid,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  primary key (org_id, id),
  unique (org_id, document_id, n),
  foreign key (org_id, document_id) references documents (org_id, id),
  foreign key (org_id, file_id) references files (org_id, id),
  foreign key (org_id, author_id) references users (org_id, id),
  check ((n is null) = (completed_at is null))
);
create index document_versions_file on document_versions (org_id, file_id);

-- Walls come from above, whatever a statement says.
create function wk_folder_wall() returns trigger language plpgsql security definer set search_path = public as $$
declare above folders; at uuid; steps integer := 0;
begin
  if new.parent_id is not null then
    -- Two moves at a time could make a ring that neither sees.
    perform pg_advisory_xact_lock(hashtextextended('wk folders ' || new.org_id, 0));
    at := new.parent_id;
    while at is not null loop
      if at = new.id then raise exception 'a folder can not lie in itself' using errcode = 'WKD01'; end if;
      steps := steps + 1;
      if steps > 40 then raise exception 'folders are nested too deep' using errcode = 'WKD02'; end if;
      select f.parent_id into at from folders f where f.org_id = new.org_id and f.id = at;
    end loop;
    select * into above from folders f where f.org_id = new.org_id and f.id = new.parent_id and f.removed_at is null for share;
    if not found then raise exception 'no such folder' using errcode = '23503', constraint = 'folders_parent'; end if;
    new.client_id := above.client_id; new.group_id := above.group_id; new.facility_ids := above.facility_ids;
  elsif new.client_id is not null then
    select c.group_id into new.group_id from clients c where c.org_id = new.org_id and c.id = new.client_id and c.shredded_at is null;
    if not found then raise exception 'no such client' using errcode = '23503', constraint = 'folders_client'; end if;
  else new.group_id := null;
  end if;
  if tg_op = 'UPDATE' and new.client_id is distinct from old.client_id then
    raise exception 'a folder stays private or shared' using errcode = 'WKD03';
  end if;
  return new;
end $$;
create trigger wall before insert or update of parent_id, client_id, group_id, facility_ids on folders for each row
  when (new.removed_at is null) execute function wk_folder_wall();

create function wk_document_wall() returns trigger language plpgsql security definer set search_path = public as $$
declare above folders;
begin
  select * into above from folders f where f.org_id = new.org_id and f.id = new.folder_id and f.removed_at is null for share;
  if not found then raise exception 'no such folder' using errcode = '23503', constraint = 'documents_folder'; end if;
  new.client_id := above.client_id; new.group_id := above.group_id; new.facility_ids := above.facility_ids;
  return new;
end $$;
create trigger a_wall before insert or update of folder_id, client_id, group_id, facility_ids on documents for each row
  when (new.purged_at is null) execute function wk_document_wall();

create function wk_folder_wall_down() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update folders set facility_ids = facility_ids where org_id = new.org_id and parent_id = new.id and removed_at is null;
  update documents set folder_id = folder_id where org_id = new.org_id and folder_id = new.id and purged_at is null;
  return null;
end $$;
create trigger wall_down after update of parent_id, client_id, group_id, facility_ids on folders for each row
  when (old.group_id is distinct from new.group_id or old.facility_ids <> new.facility_ids) execute function wk_folder_wall_down();
create function wk_folders_follow_client() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update folders set group_id = new.group_id where org_id = new.org_id and client_id = new.id and parent_id is null and removed_at is null;
  return null;
end $$;
create trigger folders_follow after update of group_id on clients for each row when (old.group_id <> new.group_id)
  execute function wk_folders_follow_client();

-- Files may hang on documents, which may stand behind no client group. Where they lie in a client's own folder, health
-- information is at home: being suspected covers nothing there.
alter table files drop constraint files_owner_type_check;
alter table files add constraint files_owner_type_check check (owner_type in ('ticket', 'client', 'document'));
alter table files alter column group_id drop not null;
alter table files add constraint files_walled check (group_id is not null or owner_type = 'document');
alter table files add column at_home boolean not null default false;
-- SHA-256 of the file's own bytes, sealed: it would name a file that somebody else has.
alter table files add column sealed_digest bytea;
create function wk_files_follow_document() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update files set group_id = new.group_id, client_id = new.client_id, at_home = new.client_id is not null
    where org_id = new.org_id and owner_type = 'document' and owner_id = new.id;
  return null;
end $$;
create trigger files_follow after update of folder_id, client_id, group_id on documents for each row
  when (old.group_id is distinct from new.group_id or old.client_id is distinct from new.client_id) execute function wk_files_follow_document();

-- What readers see was read: no malware, and in a shared folder nothing that is only suspected.
create function wk_document_gate() returns trigger language plpgsql security definer set search_path = public as $$
declare s text;
begin
  select f.state into s from document_versions v join files f on f.org_id = v.org_id and f.id = v.file_id
    where v.org_id = new.org_id and v.document_id = new.id and v.n = new.published;
  if s is null or not (s in ('clean', 'cleared') or (s = 'suspected' and new.client_id is not null)) then
    raise exception 'a version that is % can not be published here', coalesce(s, 'missing') using errcode = 'WKD04';
  end if;
  return new;
end $$;
create trigger gate before insert or update of state, published, folder_id, client_id on documents for each row
  when (new.state = 'published' and new.purged_at is null) execute function wk_document_gate();

-- A version that has its number keeps what it is.
create function wk_version_stays() returns trigger language plpgsql set search_path = public as $$
begin
  if current_user in ('wellkeep_app', 'wellkeep_worker') and ((old.n is not null and new.n is distinct from old.n)
    or (new.document_id, new.base, new.restored_from, new.file_id, new.author_id, new.created_at)
      is distinct from (old.document_id, old.base, old.restored_from, old.file_id, old.author_id, old.created_at)) then
    raise exception 'a version stays as it is' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger stays before update on document_versions for each row execute function wk_version_stays();

alter table folders enable row level security;
create policy seen on folders for select to wellkeep_app using (org_id = wk_org() and (client_id is null
  or group_id = any ((select wk_groups('read'))::uuid[]) or client_id = any ((select wk_glass())::uuid[])));
create policy added on folders for insert to wellkeep_app with check (org_id = wk_org()
  and case when client_id is null then (select wk_user_may('documents:manage'))
    else group_id = any ((select wk_groups('write'))::uuid[]) and (select wk_user_may('documents:write')) end);
create policy changed on folders for update to wellkeep_app using (org_id = wk_org()
  and case when client_id is null then (select wk_user_may('documents:manage'))
    else group_id = any ((select wk_groups('write'))::uuid[]) and (select wk_user_may('documents:write')) end) with check (org_id = wk_org()
  and case when client_id is null then (select wk_user_may('documents:manage'))
    else group_id = any ((select wk_groups('write'))::uuid[]) and (select wk_user_may('documents:write')) end);
create policy worker on folders to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on folders to wellkeep_app, wellkeep_worker;

alter table documents enable row level security;
create policy seen on documents for select to wellkeep_app using (org_id = wk_org() and (client_id is null
    or group_id = any ((select wk_groups('read'))::uuid[]) or client_id = any ((select wk_glass())::uuid[]))
  and ((select wk_user_may('documents:write')) or (state = 'published' and (expires_at is null or expires_at > now()))));
create policy added on documents for insert to wellkeep_app with check (org_id = wk_org() and (select wk_user_may('documents:write'))
  and (client_id is null or group_id = any ((select wk_groups('write'))::uuid[])));
create policy changed on documents for update to wellkeep_app using (org_id = wk_org() and (select wk_user_may('documents:write'))
  and (client_id is null or group_id = any ((select wk_groups('write'))::uuid[]))) with check (org_id = wk_org()
  and (client_id is null or group_id = any ((select wk_groups('write'))::uuid[])));
create policy worker on documents to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on documents to wellkeep_app, wellkeep_worker;

-- Readers see what is published; whoever writes sees every version.
alter table document_versions enable row level security;
create policy seen on document_versions for select to wellkeep_app using (org_id = wk_org()
  and (select d.published = document_versions.n or (select wk_user_may('documents:write'))
    from documents d where d.org_id = document_versions.org_id and d.id = document_versions.document_id));
create policy added on document_versions for insert to wellkeep_app with check (org_id = wk_org() and author_id = wk_user()
  and (select (select wk_user_may('documents:write')) and (d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]))
    from documents d where d.org_id = document_versions.org_id and d.id = document_versions.document_id));
create policy changed on document_versions for update to wellkeep_app using (org_id = wk_org()
  and (select (select wk_user_may('documents:write')) and (d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]))
    from documents d where d.org_id = document_versions.org_id and d.id = document_versions.document_id)) with check (org_id = wk_org());
create policy worker on document_versions to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert on document_versions to wellkeep_app, wellkeep_worker;
grant update (n, aside, completed_at, sealed_note) on document_versions to wellkeep_app, wellkeep_worker;
grant delete on document_versions to wellkeep_worker;

-- A document's file is seen by whoever sees a version that it is.
alter policy seen on files using (org_id = wk_org() and case when owner_type = 'document'
  then exists (select 1 from document_versions v where v.org_id = files.org_id and v.file_id = files.id)
  else group_id = any ((select wk_groups('read'))::uuid[]) or client_id = any ((select wk_glass())::uuid[]) end);
alter policy added on files with check (org_id = wk_org() and case when owner_type = 'document'
  then (select (select wk_user_may('documents:write')) and (d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]))
    and d.client_id is not distinct from files.client_id and d.group_id is not distinct from files.group_id and files.at_home = (d.client_id is not null)
    from documents d where d.org_id = files.org_id and d.id = files.owner_id)
  else group_id = any ((select wk_groups('write'))::uuid[]) and not at_home end);
alter policy changed on files using (org_id = wk_org() and case when owner_type = 'document'
  then (group_id is null or group_id = any ((select wk_groups('write'))::uuid[])) and (select wk_user_may('documents:write'))
    and exists (select 1 from document_versions v where v.org_id = files.org_id and v.file_id = files.id)
  else group_id = any ((select wk_groups('write'))::uuid[]) end)
  with check (org_id = wk_org() and case when owner_type = 'document'
  then group_id is null or group_id = any ((select wk_groups('write'))::uuid[])
  else group_id = any ((select wk_groups('write'))::uuid[]) end);
alter policy changed on file_parts using (org_id = wk_org()
  and (select case when f.owner_type = 'document' then (f.group_id is null or f.group_id = any ((select wk_groups('write'))::uuid[])) and (select wk_user_may('documents:write'))
    else f.group_id = any ((select wk_groups('write'))::uuid[]) end from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id))
  with check (org_id = wk_org()
  and (select case when f.owner_type = 'document' then (f.group_id is null or f.group_id = any ((select wk_groups('write'))::uuid[])) and (select wk_user_may('documents:write'))
    else f.group_id = any ((select wk_groups('write'))::uuid[]) end from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id));
alter policy changed_file on deks using (org_id = wk_org() and subject_type = 'file'
  and (select case when f.owner_type = 'document' then (f.group_id is null or f.group_id = any ((select wk_groups('write'))::uuid[])) and (select wk_user_may('documents:write'))
    else f.group_id = any ((select wk_groups('write'))::uuid[]) end from files f where f.org_id = deks.org_id and f.id = deks.subject_id));

create policy seen_folder on deks for select to wellkeep_app using (org_id = wk_org() and subject_type = 'folder'
  and (select true from folders f where f.org_id = deks.org_id and f.id = deks.subject_id));
create policy seen_document on deks for select to wellkeep_app using (org_id = wk_org() and subject_type = 'document'
  and (select true from documents d where d.org_id = deks.org_id and d.id = deks.subject_id));
create policy changed_folder on deks for update to wellkeep_app using (org_id = wk_org() and subject_type in ('folder', 'document')
  and (select wk_user_may('documents:manage')) and ((select true from folders f where f.org_id = deks.org_id and f.id = deks.subject_id
      and (f.client_id is null or f.group_id = any ((select wk_groups('write'))::uuid[])))
    or (select true from documents d where d.org_id = deks.org_id and d.id = deks.subject_id
      and (d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]))))) with check (org_id = wk_org());

-- A client that is destroyed takes its documents along: keys, names, and every version of each.
create or replace function wk_files_shredded() returns trigger language plpgsql security definer set search_path = public as $$
declare f uuid;
begin
  for f in update files set state = 'purged', sealed_name = null, sealed_findings = null, sealed_preview = null, sealed_digest = null, lease_id = null,
      purged_at = new.shredded_at, purged_by = wk_user(), version = version + 1
    where org_id = new.org_id and state not in ('moved', 'purged')
      and ((owner_type = 'client' and owner_id = new.id) or (owner_type in ('ticket', 'document') and client_id = new.id)) returning id
  loop
    update deks set wrapped = null, destroyed_at = new.shredded_at where org_id = new.org_id and subject_id = f and wrapped is not null;
    perform wk_add_job('file.remove', jsonb_build_object('fileId', f), 'file.remove:' || f, null);
  end loop;
  update deks set wrapped = null, destroyed_at = new.shredded_at where org_id = new.org_id and wrapped is not null and subject_id in
    (select id from folders where org_id = new.org_id and client_id = new.id union all select id from documents where org_id = new.org_id and client_id = new.id);
  update document_versions v set sealed_note = null from documents d
    where d.org_id = new.org_id and d.client_id = new.id and v.org_id = d.org_id and v.document_id = d.id;
  update documents set sealed_name = null, sealed_tags = null, purged_at = new.shredded_at, version = version + 1
    where org_id = new.org_id and client_id = new.id and purged_at is null;
  update folders set sealed_name = null, removed_at = new.shredded_at, version = version + 1
    where org_id = new.org_id and client_id = new.id and removed_at is null;
  return null;
end $$;

-- New permissions for the shipped roles of organizations that exist; what else an administrator made of them stays.
update roles r set permissions = r.permissions || array(select p from unnest(n.permissions) p where p <> all (r.permissions))
from (values
  ('administrator', array['documents:read', 'documents:write', 'documents:publish', 'documents:manage']),
  ('privacy-officer', array['documents:read']),
  ('security-officer', array['documents:read']),
  ('clinician', array['documents:read', 'documents:write', 'documents:publish', 'documents:share']),
  ('care-coordinator', array['documents:read', 'documents:write', 'documents:publish', 'documents:share']),
  ('receptionist', array['documents:read', 'documents:write']),
  ('technician', array['documents:read']),
  ('service-desk-lead', array['documents:read', 'documents:write', 'documents:publish', 'documents:manage'])
) n (key, permissions) where r.built_in = n.key;

-- Whether nothing lies in a folder, drafts and what others see included: yes or no is all that leaves it.
create function wk_folder_empty(p_folder uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select 1 from folders where org_id = wk_org() and parent_id = p_folder and removed_at is null)
    and not exists (select 1 from documents where org_id = wk_org() and folder_id = p_folder and purged_at is null)
$$;
revoke all on function wk_folder_empty(uuid) from public;
grant execute on function wk_folder_empty(uuid) to wellkeep_app;
