-- People of the portal: a patient, a guardian, somebody at a facility. They are users of a kind of their own, tied to
-- clients and facilities. They hold no roles and belong to no teams, so that no wall of the staff's opens for them:
-- the database refuses both. What they may see, new tables say by `wk_portal_clients()` and `wk_my_facilities()`.
alter table users drop constraint users_kind_check;
alter table users add constraint users_kind_check check (kind in ('person', 'service', 'portal'));
-- That somebody is a patient here is protected: name and address are sealed in `portal_people`. Here stands a keyed
-- token of the address, by which a sign-in is found and no second account is made.
alter table users add constraint users_portal_plain check (kind <> 'portal'
  or (email ~ '^portal:[0-9a-f]{64}$' and display_name = 'Portal person'));

create table portal_people (
  org_id uuid not null,
  user_id uuid not null,
  -- {name, email, phone}, under the user's own data key
  sealed_person bytea not null,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references users (org_id, id)
);
create unique index client_contacts_of on client_contacts (org_id, client_id, id);
drop index client_contacts_org_id_client_id_id_idx;
-- Whose clients they are for; `contact_id` where they are a contact of the client and not the client.
create table portal_clients (
  org_id uuid not null,
  user_id uuid not null,
  client_id uuid not null,
  contact_id uuid,
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (org_id, user_id, client_id),
  foreign key (org_id, user_id) references portal_people (org_id, user_id),
  foreign key (org_id, client_id) references clients (org_id, id),
  foreign key (org_id, client_id, contact_id) references client_contacts (org_id, client_id, id) on delete set null (contact_id)
);
create index portal_clients_client on portal_clients (org_id, client_id);
-- The facilities that somebody belongs to, staff and portal alike.
create table user_facilities (
  org_id uuid not null,
  user_id uuid not null,
  facility_id uuid not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (org_id, user_id, facility_id),
  foreign key (org_id, user_id) references users (org_id, id),
  foreign key (org_id, facility_id) references facilities (org_id, id)
);
create index user_facilities_facility on user_facilities (org_id, facility_id);

-- What a portal person can't hold, whoever asks.
create function wk_refuse_portal() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from users u where u.org_id = new.org_id and u.id = new.user_id and u.kind = 'portal') then
    raise exception '% is not for people of the portal', tg_table_name using errcode = '42501';
  end if;
  return new;
end $$;
do $$ declare t text; begin
  foreach t in array array['user_roles', 'team_members', 'break_glass', 'service_tokens'] loop
    execute format('create trigger no_portal before insert or update of user_id on %I for each row execute function wk_refuse_portal()', t);
  end loop;
end $$;
create function wk_kind_stays() returns trigger language plpgsql set search_path = public as $$
begin
  raise exception 'nobody becomes a portal person, or ceases to be one' using errcode = '42501';
end $$;
create trigger kind_stays before update of kind on users for each row
  when (old.kind <> new.kind and 'portal' in (old.kind, new.kind)) execute function wk_kind_stays();
create function wk_only_portal() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from users u where u.org_id = new.org_id and u.id = new.user_id and u.kind = 'portal') then
    raise exception 'only people of the portal stand here' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_portal before insert or update of user_id on portal_people for each row execute function wk_only_portal();

-- The context of a transaction, as before, and beside it whether it is a portal person's, with their clients. Who is
-- in a team is none, so that the question costs the staff nothing.
create or replace function wk_enter(p_org uuid, p_user uuid) returns void language plpgsql security definer set search_path = public as $$
declare reads uuid[]; writes uuid[]; glass uuid[]; theirs uuid[];
begin
  if p_user is not null then
    select array_agg(w.group_id), array_agg(w.group_id) filter (where w.access = 'write') into reads, writes
    from team_members m join walls w on w.org_id = m.org_id and w.team_id = m.team_id
    where m.org_id = p_org and m.user_id = p_user;
    if reads is null and exists (select 1 from users u where u.org_id = p_org and u.id = p_user and u.kind = 'portal') then
      select coalesce(array_agg(p.client_id), '{}') into theirs
      from portal_clients p join clients c on c.org_id = p.org_id and c.id = p.client_id and c.shredded_at is null
      where p.org_id = p_org and p.user_id = p_user;
    else
      select array_agg(b.client_id) into glass
      from break_glass b where b.org_id = p_org and b.user_id = p_user and b.expires_at > now();
    end if;
  end if;
  perform set_config('wk.org', coalesce(p_org::text, ''), true), set_config('wk.user', coalesce(p_user::text, ''), true),
    set_config('wk.read', coalesce(reads::text, ''), true), set_config('wk.write', coalesce(writes::text, ''), true),
    set_config('wk.glass', coalesce(glass::text, ''), true), set_config('wk.portal', coalesce(theirs::text, ''), true);
end $$;
-- Whether the transaction is a portal person's.
create function wk_is_portal() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('wk.portal', true), '') <> '' $$;
-- The clients of the portal person; none for staff.
create function wk_portal_clients() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('wk.portal', true), ''), '{}')::uuid[] $$;
-- The facilities of whoever asks, staff or portal.
create function wk_my_facilities() returns uuid[] language sql stable security definer set search_path = public as
  $$ select coalesce(array_agg(f.facility_id), '{}') from user_facilities f where f.org_id = wk_org() and f.user_id = wk_user() $$;
-- Whether the staff's walls open a client of a portal person; who is for facilities alone stands behind no wall.
create function wk_portal_person_open(p_user uuid, p_access text) returns boolean
language sql stable security definer set search_path = public as $$
  select not wk_is_portal()
    and exists (select 1 from users u where u.org_id = wk_org() and u.id = p_user and u.status <> 'removed')
    and coalesce(
      (select bool_or(c.group_id = any (wk_groups(p_access))) from portal_clients p
        join clients c on c.org_id = p.org_id and c.id = p.client_id where p.org_id = wk_org() and p.user_id = p_user),
      exists (select 1 from user_facilities f where f.org_id = wk_org() and f.user_id = p_user))
$$;
revoke all on function wk_my_facilities(), wk_portal_person_open(uuid, text) from public;
grant execute on function wk_is_portal(), wk_portal_clients(), wk_my_facilities(), wk_portal_person_open(uuid, text)
  to wellkeep_app, wellkeep_worker;

do $$ declare t text; begin
  foreach t in array array['portal_people', 'portal_clients', 'user_facilities'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert, update, delete on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
create policy seen on portal_people for select to wellkeep_app
  using (org_id = wk_org() and (user_id = wk_user() or wk_portal_person_open(user_id, 'read')));
create policy added on portal_people for insert to wellkeep_app with check (org_id = wk_org() and not (select wk_is_portal()));
create policy changed on portal_people for update to wellkeep_app
  using (org_id = wk_org() and (user_id = wk_user() or wk_portal_person_open(user_id, 'write')))
  with check (org_id = wk_org());
create policy seen on portal_clients for select to wellkeep_app using (org_id = wk_org() and (user_id = wk_user()
  or (select true from clients c where c.org_id = portal_clients.org_id and c.id = portal_clients.client_id)));
create policy changed on portal_clients for all to wellkeep_app
  using (org_id = wk_org() and (select c.group_id = any ((select wk_groups('write'))::uuid[]) from clients c
    where c.org_id = portal_clients.org_id and c.id = portal_clients.client_id))
  with check (org_id = wk_org() and (select c.group_id = any ((select wk_groups('write'))::uuid[]) from clients c
    where c.org_id = portal_clients.org_id and c.id = portal_clients.client_id));
create policy seen on user_facilities for select to wellkeep_app using (org_id = wk_org() and (user_id = wk_user() or not (select wk_is_portal())));
create policy changed on user_facilities for all to wellkeep_app
  using (org_id = wk_org() and not (select wk_is_portal())) with check (org_id = wk_org() and not (select wk_is_portal()));

-- What so far was open to everybody of the organization is open to its staff: a query of the portal that forgets its
-- filter finds nothing in it. Of what concerns accounts, a portal person reaches their own.
do $$ declare t text; begin
  foreach t in array array['org_keys', 'audit_events', 'audit_pending', 'audit_leaves', 'audit_tiles', 'audit_checkpoints',
    'roles', 'user_roles', 'teams', 'team_members', 'client_groups', 'walls', 'break_glass', 'client_sources', 'search_reindex',
    'ticket_flows', 'ticket_types', 'queues', 'ticket_counters', 'checklist_templates', 'ticket_views', 'ticket_macros',
    'sla_calendars', 'sla_policies', 'sla_sweeps', 'mail_settings', 'mailboxes', 'mail_received', 'contracts', 'imports',
    'unassigned_resources', 'unassigned_keys', 'service_tokens'] loop
    execute format('create policy staff on %I as restrictive to wellkeep_app using (not (select wk_is_portal()))', t);
  end loop;
  foreach t in array array['password_history', 'recovery_codes', 'invitations', 'sessions'] loop
    execute format('create policy oneself on %I as restrictive to wellkeep_app using (user_id = wk_user() or not (select wk_is_portal()))', t);
  end loop;
end $$;
create policy oneself on users as restrictive to wellkeep_app using (id = wk_user() or not (select wk_is_portal()));
create policy theirs on facilities as restrictive for select to wellkeep_app
  using (not (select wk_is_portal()) or id = any ((select wk_my_facilities())::uuid[]));
create policy staff_adds on facilities as restrictive for insert to wellkeep_app with check (not (select wk_is_portal()));
create policy staff_changes on facilities as restrictive for update to wellkeep_app using (not (select wk_is_portal()));
create policy staff_removes on facilities as restrictive for delete to wellkeep_app using (not (select wk_is_portal()));
create policy staff_changes on organizations as restrictive for update to wellkeep_app using (not (select wk_is_portal()));
-- Keys of other users are not theirs; those of other subjects stand behind their subjects' own policies.
create policy oneself on deks as restrictive to wellkeep_app
  using (subject_type not in ('user', 'blob') or subject_id = wk_user() or not (select wk_is_portal()));

-- A sign-in is found by the address, or by the token of it in some organization.
drop function wk_find_sign_in(text);
create function wk_find_sign_in(p_email text, p_tokens text[]) returns table (org_id uuid, user_id uuid)
language sql stable security definer set search_path = public as $$
  select u.org_id, u.id from users u where u.email = any (lower(p_email) || p_tokens) and u.status <> 'removed'
    and (u.kind = 'person' and u.email = lower(p_email) or u.kind = 'portal' and u.email <> lower(p_email))
$$;
revoke all on function wk_find_sign_in(text, text[]) from public;
grant execute on function wk_find_sign_in(text, text[]) to wellkeep_app, wellkeep_worker;

update roles r set permissions = r.permissions || array(select p from unnest(n.permissions) p where p <> all (r.permissions))
from (values
  ('administrator', array['portal:read', 'portal:manage']),
  ('privacy-officer', array['portal:read']),
  ('clinician', array['portal:read', 'portal:manage']),
  ('care-coordinator', array['portal:read', 'portal:manage']),
  ('receptionist', array['portal:read', 'portal:manage']),
  ('technician', array['portal:read']),
  ('service-desk-lead', array['portal:read', 'portal:manage'])
) n (key, permissions) where r.built_in = n.key;
