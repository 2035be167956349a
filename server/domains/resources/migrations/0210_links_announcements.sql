-- Links and announcements, and for whom they are. What people type in them is sealed under the organization's data key;
-- order, icon, audience, times and a link's health are plain.

-- For whom something is: everybody, the staff or the people of the portal; of one of these facilities, where there are any; and
-- of the staff those who hold one of these roles, where there are any. People of the portal hold none and are not asked.
create table audiences (
  org_id uuid not null references organizations,
  id uuid not null,
  who text not null check (who in ('everybody', 'staff', 'portal')),
  primary key (org_id, id)
);
create table audience_facilities (
  org_id uuid not null,
  audience_id uuid not null,
  facility_id uuid not null,
  primary key (org_id, audience_id, facility_id),
  foreign key (org_id, audience_id) references audiences (org_id, id) on delete cascade,
  foreign key (org_id, facility_id) references facilities (org_id, id)
);
create index audience_facilities_facility on audience_facilities (org_id, facility_id);
create table audience_roles (
  org_id uuid not null,
  audience_id uuid not null,
  role_id uuid not null,
  primary key (org_id, audience_id, role_id),
  foreign key (org_id, audience_id) references audiences (org_id, id) on delete cascade,
  foreign key (org_id, role_id) references roles (org_id, id)
);
create index audience_roles_role on audience_roles (org_id, role_id);

-- Whether somebody is in an audience.
create function wk_audience_takes(p_audience uuid, p_user uuid, p_portal boolean) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select 1 from audiences a where a.org_id = wk_org() and a.id = p_audience
    and (a.who = 'everybody' or (a.who = 'portal') = p_portal)
    and (not exists (select 1 from audience_facilities f where f.org_id = a.org_id and f.audience_id = a.id)
      or exists (select 1 from audience_facilities f join user_facilities u on u.org_id = f.org_id and u.facility_id = f.facility_id
        where f.org_id = a.org_id and f.audience_id = a.id and u.user_id = p_user))
    and (p_portal or not exists (select 1 from audience_roles r where r.org_id = a.org_id and r.audience_id = a.id)
      or exists (select 1 from audience_roles r join user_roles u on u.org_id = r.org_id and u.role_id = r.role_id
        where r.org_id = a.org_id and r.audience_id = a.id and u.user_id = p_user)))
$$;
-- Whether whoever asks is in it.
create function wk_in_audience(p_audience uuid) returns boolean language sql stable as
  $$ select wk_user() is not null and wk_audience_takes(p_audience, wk_user(), wk_is_portal()) $$;
-- Everybody in it who can sign in; for whoever keeps announcements.
create function wk_audience_members(p_audience uuid) returns table (user_id uuid, kind text)
language sql stable security definer set search_path = public as $$
  select u.id, u.kind from users u where wk_user_may('announcements:manage') and u.org_id = wk_org() and u.status = 'active'
    and u.kind in ('person', 'portal') and wk_audience_takes(p_audience, u.id, u.kind = 'portal')
$$;
revoke all on function wk_audience_takes(uuid, uuid, boolean), wk_audience_members(uuid) from public;
grant execute on function wk_audience_takes(uuid, uuid, boolean), wk_audience_members(uuid) to wellkeep_app;

create table link_groups (
  org_id uuid not null references organizations,
  id uuid not null,
  position integer not null,
  sealed_name bytea not null,
  version integer not null default 1,
  primary key (org_id, id)
);
create table links (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  position integer not null,
  audience_id uuid not null,
  icon text not null check (icon ~ '^[a-z-]{1,30}$'),
  -- {title, note, url}
  sealed_link bytea not null,
  health text not null default 'unchecked' check (health in ('unchecked', 'works', 'moved', 'broken', 'private')),
  -- Why it is broken: one of the check's own words.
  reason text check (reason ~ '^[a-z-]{1,20}$'),
  checked_at timestamptz,
  broken_since timestamptz,
  sealed_moved_to bytea,
  version integer not null default 1,
  check ((health = 'broken') = (broken_since is not null)),
  check ((health = 'moved') = (sealed_moved_to is not null)),
  primary key (org_id, id),
  foreign key (org_id, group_id) references link_groups (org_id, id),
  foreign key (org_id, audience_id) references audiences (org_id, id)
);
create index links_group on links (org_id, group_id, position);
create index links_checked on links (org_id, checked_at);
create index links_audience on links (org_id, audience_id);
-- Networks of one's own that the check of links may reach; none unless an administrator says so.
create table link_settings (
  org_id uuid primary key references organizations,
  private_networks text[] not null default '{}',
  version integer not null default 1
);

create table announcements (
  org_id uuid not null,
  id uuid not null,
  audience_id uuid not null,
  importance text not null check (importance in ('normal', 'important', 'urgent')),
  -- {title, text}
  sealed_text bytea not null,
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  created_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, audience_id) references audiences (org_id, id)
);
create index announcements_starts on announcements (org_id, starts_at);
create index announcements_audience on announcements (org_id, audience_id);
create table announcement_reads (
  org_id uuid not null,
  announcement_id uuid not null,
  user_id uuid not null,
  read_at timestamptz not null default now(),
  primary key (org_id, announcement_id, user_id),
  foreign key (org_id, announcement_id) references announcements (org_id, id) on delete cascade,
  foreign key (org_id, user_id) references users (org_id, id)
);
create index announcement_reads_user on announcement_reads (org_id, user_id);

do $$ declare t text; begin
  foreach t in array array['audiences', 'audience_facilities', 'audience_roles', 'link_groups', 'links', 'link_settings',
    'announcements', 'announcement_reads'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select, insert, update, delete on %I to wellkeep_app', t);
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
  end loop;
  -- Who keeps what is for an audience keeps the audience.
  foreach t in array array['audiences', 'audience_facilities', 'audience_roles'] loop
    execute format('create policy kept on %I to wellkeep_app using (org_id = wk_org() and ((select wk_user_may(''links:manage'')) or (select wk_user_may(''announcements:manage''))))', t);
  end loop;
  foreach t in array array['link_groups', 'links'] loop
    execute format('create policy kept on %I to wellkeep_app using (org_id = wk_org() and (select wk_user_may(''links:manage'')))', t);
  end loop;
end $$;
grant select, update on links to wellkeep_worker;
grant select on link_settings, announcements to wellkeep_worker;
create policy theirs on audiences for select to wellkeep_app using (org_id = wk_org() and wk_in_audience(id));
create policy theirs on audience_facilities for select to wellkeep_app
  using (org_id = wk_org() and facility_id = any ((select wk_my_facilities())::uuid[]));
create policy theirs on links for select to wellkeep_app using (org_id = wk_org() and wk_in_audience(audience_id));
create policy theirs on link_groups for select to wellkeep_app using (org_id = wk_org()
  and exists (select 1 from links l where l.org_id = link_groups.org_id and l.group_id = link_groups.id));
create policy seen on link_settings for select to wellkeep_app
  using (org_id = wk_org() and ((select wk_user_may('links:manage')) or (select wk_user_may('settings:manage'))));
create policy kept on link_settings to wellkeep_app using (org_id = wk_org() and (select wk_user_may('settings:manage')));
create policy kept on announcements to wellkeep_app using (org_id = wk_org() and (select wk_user_may('announcements:manage')));
create policy theirs on announcements for select to wellkeep_app using (org_id = wk_org() and starts_at <= now()
  and (ends_at is null or ends_at > now()) and wk_in_audience(audience_id));
create policy seen on announcement_reads for select to wellkeep_app
  using (org_id = wk_org() and (user_id = wk_user() or (select wk_user_may('announcements:manage'))));
create policy added on announcement_reads for insert to wellkeep_app with check (org_id = wk_org() and user_id = wk_user()
  and exists (select 1 from announcements a where a.org_id = announcement_reads.org_id and a.id = announcement_reads.announcement_id
    and wk_in_audience(a.audience_id)));
create policy cleared on announcement_reads for delete to wellkeep_app
  using (org_id = wk_org() and (select wk_user_may('announcements:manage')));

update roles r set permissions = r.permissions || array(select p from unnest(array['links:manage', 'announcements:manage']) p where p <> all (r.permissions))
where r.built_in in ('administrator', 'privacy-officer');
