-- Tickets that are opened again and again, from a template. What a schedule is called is sealed under the organization's key:
-- beside a client it may tell what that client is served with.
create table ticket_schedules (
  org_id uuid not null references organizations,
  id uuid not null,
  sealed_name bytea not null,
  template_id uuid not null,
  client_id uuid,
  -- When, as a clock on the wall of the zone shows it: { every, unit, weekdays, monthDay, nth, starts, time, timeZone }.
  times jsonb not null,
  paused boolean not null default false,
  -- Null while it is paused.
  next_at timestamptz,
  last_at timestamptz,
  last_ticket_id uuid,
  -- Why the last one was not opened, as a code.
  last_refusal text,
  version integer not null default 1,
  primary key (org_id, id),
  check (paused = (next_at is null)),
  foreign key (org_id, template_id) references ticket_templates (org_id, id),
  foreign key (org_id, client_id) references clients (org_id, id),
  foreign key (org_id, last_ticket_id) references tickets (org_id, id)
);
create index ticket_schedules_due on ticket_schedules (org_id, next_at);
alter table ticket_schedules enable row level security;
create policy kept on ticket_schedules for all to wellkeep_app
  using (org_id = wk_org() and not (select wk_is_portal()) and (select wk_user_may('desk:settings')))
  with check (org_id = wk_org() and not (select wk_is_portal()) and (select wk_user_may('desk:settings')));
create policy worker on ticket_schedules to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on ticket_schedules to wellkeep_app;
grant select, update on ticket_schedules to wellkeep_worker;
