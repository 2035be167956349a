-- When somebody wants to see a ticket again: one reminder a ticket. It rings by a job of its own; what waits is opened then.
create table ticket_reminders (
  org_id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (org_id, ticket_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, set_by) references users (org_id, id)
);
alter table ticket_reminders enable row level security;
create policy seen on ticket_reminders for select to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = ticket_reminders.org_id and t.id = ticket_reminders.ticket_id));
create policy added on ticket_reminders for insert to wellkeep_app with check (org_id = wk_org() and set_by = wk_user() and exists
  (select 1 from tickets t where t.org_id = ticket_reminders.org_id and t.id = ticket_reminders.ticket_id
    and t.group_id = any ((select wk_groups('write'))::uuid[])));
create policy changed on ticket_reminders for update to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = ticket_reminders.org_id and t.id = ticket_reminders.ticket_id
    and t.group_id = any ((select wk_groups('write'))::uuid[]))) with check (org_id = wk_org() and set_by = wk_user());
create policy dropped on ticket_reminders for delete to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = ticket_reminders.org_id and t.id = ticket_reminders.ticket_id
    and t.group_id = any ((select wk_groups('write'))::uuid[])));
create policy worker on ticket_reminders to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on ticket_reminders to wellkeep_app, wellkeep_worker;

alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check
  check (kind in ('mention', 'assigned', 'reply', 'note', 'status', 'sla', 'file', 'mail', 'reminder'));
