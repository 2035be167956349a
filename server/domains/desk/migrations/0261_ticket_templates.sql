-- What a new ticket begins with. What people typed into a template is sealed under the organization's key, as macros are.
create table ticket_templates (
  org_id uuid not null references organizations,
  id uuid not null,
  sealed_template bytea not null,
  queue_id uuid,
  type_id uuid,
  -- Copied into the ticket besides those that its type brings.
  checklist_id uuid,
  -- Whom it is offered to; everybody where it names no team.
  team_ids uuid[] not null default '{}',
  archived boolean not null default false,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, queue_id) references queues (org_id, id),
  foreign key (org_id, type_id) references ticket_types (org_id, id),
  foreign key (org_id, checklist_id) references checklist_templates (org_id, id)
);
create function wk_my_teams() returns uuid[] language sql stable security definer set search_path = public as
  $$ select coalesce(array_agg(team_id), '{}') from team_members where org_id = wk_org() and user_id = wk_user() $$;
revoke all on function wk_my_teams() from public;
grant execute on function wk_my_teams() to wellkeep_app, wellkeep_worker;
alter table ticket_templates enable row level security;
create policy seen on ticket_templates for select to wellkeep_app using (org_id = wk_org() and not (select wk_is_portal())
  and (team_ids = '{}' or team_ids && (select wk_my_teams())::uuid[] or (select wk_user_may('desk:settings'))));
create policy kept on ticket_templates for all to wellkeep_app using (org_id = wk_org() and (select wk_user_may('desk:settings')))
  with check (org_id = wk_org() and (select wk_user_may('desk:settings')));
create policy worker on ticket_templates to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on ticket_templates to wellkeep_app;
grant select, update on ticket_templates to wellkeep_worker;
