-- Who is to read a document, and who has said that they did. An acknowledgement is of a version; it counts from
-- `read_from` on, which moves when a version is published for which it is asked for again.
alter table documents add column read_from integer not null default 0;
create table document_audiences (
  org_id uuid not null,
  document_id uuid not null,
  everybody boolean not null default false,
  team_ids uuid[] not null default '{}',
  role_ids uuid[] not null default '{}',
  user_ids uuid[] not null default '{}',
  -- People of the portal who see it.
  portal boolean not null default false,
  due_on date,
  asked_by uuid,
  asked_at timestamptz not null default now(),
  primary key (org_id, document_id),
  foreign key (org_id, document_id) references documents (org_id, id),
  foreign key (org_id, asked_by) references users (org_id, id)
);
create table document_acknowledgements (
  org_id uuid not null,
  document_id uuid not null,
  user_id uuid not null,
  n integer not null,
  at timestamptz not null default now(),
  primary key (org_id, document_id, user_id, n),
  foreign key (org_id, document_id, n) references document_versions (org_id, document_id, n),
  foreign key (org_id, user_id) references users (org_id, id)
);
create index document_acknowledgements_user on document_acknowledgements (org_id, user_id, document_id);

-- Whether somebody is asked: by name, by a team, by a role, with everybody who works here, or with the portal.
create function wk_is_asked(p_audience document_audiences, p_user uuid) returns boolean language sql stable set search_path = public as $$
  select p_user = any (p_audience.user_ids)
    or case when (select u.kind = 'portal' from users u where u.org_id = p_audience.org_id and u.id = p_user) then p_audience.portal else p_audience.everybody end
    or exists (select 1 from team_members m where m.org_id = p_audience.org_id and m.user_id = p_user and m.team_id = any (p_audience.team_ids))
    or exists (select 1 from user_roles r where r.org_id = p_audience.org_id and r.user_id = p_user and r.role_id = any (p_audience.role_ids))
$$;
revoke all on function wk_is_asked(document_audiences, uuid) from public;
grant execute on function wk_is_asked(document_audiences, uuid) to wellkeep_app, wellkeep_worker;

alter table document_audiences enable row level security;
create policy seen on document_audiences for select to wellkeep_app using (org_id = wk_org()
  and (select true from documents d where d.org_id = document_audiences.org_id and d.id = document_audiences.document_id));
create policy changed on document_audiences for all to wellkeep_app using (org_id = wk_org() and (select wk_user_may('documents:publish'))
  and (select d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]) from documents d
    where d.org_id = document_audiences.org_id and d.id = document_audiences.document_id)) with check (org_id = wk_org() and asked_by = wk_user()
  and (select wk_user_may('documents:publish')) and (select d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]) from documents d
    where d.org_id = document_audiences.org_id and d.id = document_audiences.document_id));
create policy worker on document_audiences to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on document_audiences to wellkeep_app;
grant select on document_audiences to wellkeep_worker;

-- One acknowledges for oneself, and what one sees.
alter table document_acknowledgements enable row level security;
create policy seen on document_acknowledgements for select to wellkeep_app using (org_id = wk_org()
  and (user_id = wk_user() or (select wk_user_may('documents:publish')))
  and (select true from documents d where d.org_id = document_acknowledgements.org_id and d.id = document_acknowledgements.document_id));
create policy added on document_acknowledgements for insert to wellkeep_app with check (org_id = wk_org() and user_id = wk_user()
  and (select d.state = 'published' and d.published = document_acknowledgements.n and (d.expires_at is null or d.expires_at > now())
    from documents d where d.org_id = document_acknowledgements.org_id and d.id = document_acknowledgements.document_id));
create policy worker on document_acknowledgements to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert on document_acknowledgements to wellkeep_app;
grant select on document_acknowledgements to wellkeep_worker;
