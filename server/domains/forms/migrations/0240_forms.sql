-- Forms: what is asked of clients, in numbered versions, and what was answered. A form's words are sealed under the
-- organization's key; answers under the client's own, one ciphertext per field class, so that they go with the client.
create table forms (
  org_id uuid not null references organizations,
  id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  -- What is being edited: {title, intro, fields}
  sealed_draft bytea not null,
  -- The draft is not what the newest version says.
  changed boolean not null default true,
  -- The newest version; none before the first is published.
  published integer,
  -- For all facilities; else for those in form_facilities.
  everywhere boolean not null default true,
  -- People of the portal may fill it without being asked.
  at_will boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (org_id, id),
  check (state = 'draft' or published is not null),
  foreign key (org_id, created_by) references users (org_id, id)
);
create index forms_recent on forms (org_id, updated_at desc, id desc);
create table form_facilities (
  org_id uuid not null,
  form_id uuid not null,
  facility_id uuid not null,
  primary key (org_id, form_id, facility_id),
  foreign key (org_id, form_id) references forms (org_id, id) on delete cascade,
  foreign key (org_id, facility_id) references facilities (org_id, id)
);
create index form_facilities_facility on form_facilities (org_id, facility_id);
-- What was published stays as it is: answers keep to the version that they were given to.
create table form_versions (
  org_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  n integer not null check (n > 0),
  sealed_definition bytea not null,
  published_by uuid not null,
  published_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, form_id, n),
  foreign key (org_id, form_id) references forms (org_id, id),
  foreign key (org_id, published_by) references users (org_id, id)
);
create table form_responses (
  org_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  n integer not null,
  client_id uuid not null,
  group_id uuid not null,
  -- asked: sent, and not begun. draft: being filled. submitted: in the record. withdrawn: taken back before that.
  state text not null check (state in ('asked', 'draft', 'submitted', 'withdrawn')),
  -- Filled by staff for the client.
  by_staff boolean not null,
  due_on date,
  -- Answers by field class, by field id.
  sealed_contact bytea,
  sealed_demographic bytea,
  sealed_identifier bytea,
  sealed_clinical bytea,
  sealed_financial bytea,
  sealed_note bytea,
  -- Ids of prefilled fields of which staff decided whether the record takes them over.
  decided text[] not null default '{}',
  created_by uuid not null,
  created_at timestamptz not null default now(),
  saved_by uuid,
  updated_at timestamptz not null default now(),
  submitted_by uuid,
  submitted_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  check ((state = 'submitted') = (submitted_at is not null)),
  foreign key (org_id, form_id, n) references form_versions (org_id, form_id, n),
  foreign key (org_id, client_id) references clients (org_id, id),
  foreign key (org_id, group_id) references client_groups (org_id, id),
  foreign key (org_id, created_by) references users (org_id, id),
  foreign key (org_id, saved_by) references users (org_id, id),
  foreign key (org_id, submitted_by) references users (org_id, id)
);
create index form_responses_client on form_responses (org_id, client_id, id desc);
create index form_responses_form on form_responses (org_id, form_id, id desc);
create index form_responses_recent on form_responses (org_id, id desc);
-- The portal people who were asked, or began it.
create table form_response_people (
  org_id uuid not null,
  response_id uuid not null,
  user_id uuid not null,
  primary key (org_id, response_id, user_id),
  foreign key (org_id, response_id) references form_responses (org_id, id),
  foreign key (org_id, user_id) references portal_people (org_id, user_id)
);
create index form_response_people_user on form_response_people (org_id, user_id);

-- The forms that the portal person who asks may fill without being asked.
create function wk_my_forms() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(f.id), '{}') from forms f
  where wk_is_portal() and wk_portal_clients() <> '{}' and f.org_id = wk_org() and f.state = 'published' and f.at_will and (f.everywhere
    or exists (select 1 from form_facilities x where x.org_id = f.org_id and x.form_id = f.id and (x.facility_id = any (wk_my_facilities())
      or exists (select 1 from clients c where c.org_id = x.org_id and c.id = any (wk_portal_clients()) and c.facility_id = x.facility_id))))
$$;
-- The responses of the portal person who asks, as long as they are tied to the client.
create function wk_my_responses() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(r.id), '{}') from form_response_people p
  join form_responses r on r.org_id = p.org_id and r.id = p.response_id and r.client_id = any (wk_portal_clients()) and r.state <> 'withdrawn'
  where wk_is_portal() and p.org_id = wk_org() and p.user_id = wk_user()
$$;
-- Of a client what a portal person who is tied to it may be shown in a form, with the key that opens it. Whether they are
-- the client, or what kind of contact, the server reads from `sealed_person`.
create function wk_portal_client_record(p_client uuid) returns table (id uuid, contact_id uuid, sealed_contact bytea, sealed_demographic bytea,
  sealed_identifier bytea, sealed_financial bytea, sealed_person bytea, kek_id uuid, wrapped bytea)
language sql stable security definer set search_path = public as $$
  select c.id, p.contact_id, c.sealed_contact, c.sealed_demographic, c.sealed_identifier, c.sealed_financial, x.sealed_contact, d.kek_id, d.wrapped
  from portal_clients p join clients c on c.org_id = p.org_id and c.id = p.client_id and c.shredded_at is null
  join deks d on d.org_id = c.org_id and d.subject_id = c.id
  left join client_contacts x on x.org_id = p.org_id and x.client_id = p.client_id and x.id = p.contact_id
  where wk_is_portal() and p.org_id = wk_org() and p.user_id = wk_user() and p.client_id = p_client
$$;
-- Who handed a response in, for those who see it: staff by name, portal people by their sealed one.
create function wk_response_person(p_response uuid) returns table (staff text, user_id uuid, sealed_person bytea, kek_id uuid, wrapped bytea)
language sql stable security definer set search_path = public as $$
  select case when u.kind <> 'portal' then u.display_name end, u.id, x.sealed_person, d.kek_id, d.wrapped
  from form_responses r join users u on u.org_id = r.org_id and u.id = coalesce(r.submitted_by, r.saved_by)
  left join portal_people x on x.org_id = u.org_id and x.user_id = u.id
  left join deks d on d.org_id = u.org_id and d.subject_id = u.id and d.wrapped is not null
  where r.org_id = wk_org() and r.id = p_response and (r.id = any (wk_my_responses()) or r.group_id = any (wk_groups('read')) or r.client_id = any (wk_glass()))
$$;
revoke all on function wk_my_forms(), wk_my_responses(), wk_portal_client_record(uuid), wk_response_person(uuid) from public;
grant execute on function wk_my_forms(), wk_my_responses(), wk_portal_client_record(uuid), wk_response_person(uuid) to wellkeep_app;
grant execute on function wk_my_forms(), wk_my_responses() to wellkeep_worker;

alter table forms enable row level security;
create policy seen on forms for select to wellkeep_app using (org_id = wk_org() and (not (select wk_is_portal())
  or id = any ((select wk_my_forms())::uuid[])
  or exists (select 1 from form_responses r where r.org_id = forms.org_id and r.form_id = forms.id and r.id = any ((select wk_my_responses())::uuid[]))));
create policy kept on forms for insert to wellkeep_app with check (org_id = wk_org() and (select wk_user_may('forms:manage')));
create policy changed on forms for update to wellkeep_app using (org_id = wk_org() and (select wk_user_may('forms:manage')))
  with check (org_id = wk_org() and (select wk_user_may('forms:manage')));
create policy removed on forms for delete to wellkeep_app using (org_id = wk_org() and published is null and (select wk_user_may('forms:manage')));
alter table form_facilities enable row level security;
create policy seen on form_facilities for select to wellkeep_app using (org_id = wk_org() and not (select wk_is_portal()));
create policy kept on form_facilities for insert to wellkeep_app with check (org_id = wk_org() and (select wk_user_may('forms:manage')));
create policy removed on form_facilities for delete to wellkeep_app using (org_id = wk_org() and (select wk_user_may('forms:manage')));
alter table form_versions enable row level security;
create policy seen on form_versions for select to wellkeep_app using (org_id = wk_org() and (not (select wk_is_portal())
  or exists (select 1 from forms f where f.org_id = form_versions.org_id and f.id = form_versions.form_id and f.published = form_versions.n
    and f.id = any ((select wk_my_forms())::uuid[]))
  or exists (select 1 from form_responses r where r.org_id = form_versions.org_id and r.form_id = form_versions.form_id and r.n = form_versions.n
    and r.id = any ((select wk_my_responses())::uuid[]))));
create policy kept on form_versions for insert to wellkeep_app
  with check (org_id = wk_org() and published_by = wk_user() and (select wk_user_may('forms:manage')));

alter table form_responses enable row level security;
create policy seen on form_responses for select to wellkeep_app using (org_id = wk_org() and (group_id = any ((select wk_groups('read'))::uuid[])
  or client_id = any ((select wk_glass())::uuid[]) or id = any ((select wk_my_responses())::uuid[])));
create policy added on form_responses for insert to wellkeep_app with check (org_id = wk_org() and created_by = wk_user()
  and group_id = any ((select wk_groups('write'))::uuid[]) and (select wk_user_may('forms:send')));
create policy changed on form_responses for update to wellkeep_app
  using (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]) and (select wk_user_may('forms:send')))
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy portal_added on form_responses for insert to wellkeep_app with check (org_id = wk_org() and (select wk_is_portal())
  and created_by = wk_user() and state = 'draft' and not by_staff and client_id = any ((select wk_portal_clients())::uuid[])
  and form_id = any ((select wk_my_forms())::uuid[]));
create policy portal_changed on form_responses for update to wellkeep_app
  using (org_id = wk_org() and id = any ((select wk_my_responses())::uuid[]) and not by_staff and state in ('asked', 'draft'))
  with check (org_id = wk_org() and state in ('draft', 'submitted') and saved_by = wk_user() and (submitted_by is null or submitted_by = wk_user()));
alter table form_response_people enable row level security;
create policy seen on form_response_people for select to wellkeep_app using (org_id = wk_org() and (user_id = wk_user() or (not (select wk_is_portal())
  and exists (select 1 from form_responses r where r.org_id = form_response_people.org_id and r.id = form_response_people.response_id))));
create policy added on form_response_people for insert to wellkeep_app with check (org_id = wk_org() and not (select wk_is_portal())
  and (select r.group_id = any ((select wk_groups('write'))::uuid[]) from form_responses r
    where r.org_id = form_response_people.org_id and r.id = form_response_people.response_id));
do $$ declare t text; begin
  foreach t in array array['forms', 'form_facilities', 'form_versions', 'form_responses', 'form_response_people'] loop
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert on %I to wellkeep_app', t);
    execute format('grant select on %I to wellkeep_worker', t);
  end loop;
end $$;
grant update, delete on forms to wellkeep_app;
grant delete on form_facilities to wellkeep_app;
grant update on form_responses to wellkeep_app;

-- The wall is the client's, whoever begins it; a portal person who begins one is among its people.
create function wk_response_begins() returns trigger language plpgsql security definer set search_path = public as $$
begin
  select c.group_id into new.group_id from clients c where c.org_id = new.org_id and c.id = new.client_id and c.shredded_at is null;
  if new.group_id is null then raise exception 'a response belongs to a client' using errcode = '23503'; end if;
  if not exists (select 1 from forms f where f.org_id = new.org_id and f.id = new.form_id and f.state = 'published' and f.published = new.n) then
    raise exception 'only what is published is asked' using errcode = '23503';
  end if;
  return new;
end $$;
create trigger begins before insert on form_responses for each row execute function wk_response_begins();
create function wk_response_begun() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into form_response_people (org_id, response_id, user_id) select new.org_id, new.id, u.id from users u
  where u.org_id = new.org_id and u.id = new.created_by and u.kind = 'portal';
  return null;
end $$;
create trigger begun after insert on form_responses for each row execute function wk_response_begun();
-- What it answers to stays, and what was handed in stays as it was, by whatever statement.
create function wk_response_stays() returns trigger language plpgsql set search_path = public as $$
begin
  if current_user not in ('wellkeep_app', 'wellkeep_worker') then return new; end if;
  if (new.form_id, new.n, new.client_id, new.by_staff, new.created_by, new.created_at)
    is distinct from (old.form_id, old.n, old.client_id, old.by_staff, old.created_by, old.created_at) then
    raise exception 'a response stays with its form and its client' using errcode = '42501';
  end if;
  if old.state in ('submitted', 'withdrawn') and (new.state, new.submitted_by, new.submitted_at, new.sealed_contact, new.sealed_demographic, new.sealed_identifier, new.sealed_clinical,
      new.sealed_financial, new.sealed_note) is distinct from (old.state, old.submitted_by, old.submitted_at, old.sealed_contact, old.sealed_demographic, old.sealed_identifier,
      old.sealed_clinical, old.sealed_financial, old.sealed_note) then
    raise exception 'what was handed in stays' using errcode = '42501';
  end if;
  if not old.by_staff and (new.state, new.sealed_contact, new.sealed_demographic, new.sealed_identifier, new.sealed_clinical, new.sealed_financial, new.sealed_note)
      is distinct from (old.state, old.sealed_contact, old.sealed_demographic, old.sealed_identifier, old.sealed_clinical, old.sealed_financial, old.sealed_note)
    and new.state <> 'withdrawn' and not wk_is_portal() then
    raise exception 'what a client was asked is answered by the client' using errcode = '42501';
  end if;
  if wk_is_portal() and new.decided is distinct from old.decided then
    raise exception 'the record is changed by staff' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger stays before update on form_responses for each row execute function wk_response_stays();

create function wk_responses_follow_client() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update form_responses set group_id = new.group_id where org_id = new.org_id and client_id = new.id;
  return null;
end $$;
create trigger responses_follow after update of group_id on clients for each row when (old.group_id <> new.group_id)
  execute function wk_responses_follow_client();
-- A client that is destroyed takes its answers along: their key goes, and so do the ciphertexts.
create function wk_responses_shredded() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update form_responses set sealed_contact = null, sealed_demographic = null, sealed_identifier = null, sealed_clinical = null,
    sealed_financial = null, sealed_note = null, version = version + 1 where org_id = new.org_id and client_id = new.id;
  return null;
end $$;
create trigger responses_shredded after update of shredded_at on clients for each row
  when (old.shredded_at is null and new.shredded_at is not null) execute function wk_responses_shredded();

update roles r set permissions = r.permissions || array(select p from unnest(n.permissions) p where p <> all (r.permissions))
from (values
  ('administrator', array['forms:read', 'forms:manage']),
  ('privacy-officer', array['forms:read']),
  ('clinician', array['forms:read', 'forms:send']),
  ('care-coordinator', array['forms:read', 'forms:send', 'forms:manage']),
  ('receptionist', array['forms:read', 'forms:send'])
) n (key, permissions) where r.built_in = n.key;
