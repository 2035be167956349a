-- The service desk. Plain on purpose: numbers, ids, status, type, queue, priority, times, counts, flags. Everything
-- that people type about somebody is sealed under the ticket's own data key, so that it can be destroyed with it.

-- How a type of ticket moves: [{key, name, category, next: [keys], requiresSteps}]; the first is where it starts.
create table ticket_flows (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  statuses jsonb not null,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, name)
);
create table ticket_types (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  flow_id uuid not null,
  impact smallint not null default 3 check (impact between 1 and 3),
  urgency smallint not null default 3 check (urgency between 1 and 3),
  archived boolean not null default false,
  position integer not null default 0,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, name),
  foreign key (org_id, flow_id) references ticket_flows (org_id, id)
);
-- A queue belongs to a client group: a ticket of no client stands behind that group's wall.
create table queues (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  group_id uuid not null,
  type_id uuid,
  team_id uuid,
  archived boolean not null default false,
  position integer not null default 0,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, name),
  foreign key (org_id, group_id) references client_groups (org_id, id),
  foreign key (org_id, type_id) references ticket_types (org_id, id),
  foreign key (org_id, team_id) references teams (org_id, id)
);
create table ticket_counters (
  org_id uuid primary key references organizations,
  last_number integer not null default 0
);
-- Steps are copied into a ticket when it is made: a template that changes later changes no ticket.
create table checklist_templates (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  type_id uuid,
  steps jsonb not null,
  archived boolean not null default false,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, name),
  foreign key (org_id, type_id) references ticket_types (org_id, id)
);
do $$ declare t text; begin
  foreach t in array array['ticket_flows', 'ticket_types', 'queues', 'ticket_counters', 'checklist_templates'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert, update on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
grant delete on checklist_templates to wellkeep_app;

create table tickets (
  org_id uuid not null references organizations,
  id uuid not null,
  number integer not null,
  group_id uuid not null,
  client_id uuid,
  contact_id uuid,
  facility_id uuid,
  queue_id uuid not null,
  type_id uuid not null,
  status text not null,
  status_category text not null check (status_category in ('new', 'open', 'waiting', 'resolved', 'closed')),
  impact smallint not null check (impact between 1 and 3),
  urgency smallint not null check (urgency between 1 and 3),
  priority smallint not null check (priority between 1 and 4),
  assignee_id uuid,
  team_id uuid,
  parent_id uuid,
  merged_into uuid,
  sealed_subject bytea not null,
  sealed_tags bytea,
  sealed_requester bytea,
  channel text not null check (channel in ('web', 'email', 'api', 'portal')),
  phi_state text not null default 'none' check (phi_state in ('none', 'suspected', 'settled')),
  message_count integer not null default 0,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  first_response_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  reopened_count integer not null default 0,
  primary key (org_id, id),
  unique (org_id, number),
  foreign key (org_id, group_id) references client_groups (org_id, id),
  foreign key (org_id, client_id) references clients (org_id, id),
  foreign key (org_id, contact_id) references client_contacts (org_id, id) on delete set null (contact_id),
  foreign key (org_id, facility_id) references facilities (org_id, id),
  foreign key (org_id, queue_id) references queues (org_id, id),
  foreign key (org_id, type_id) references ticket_types (org_id, id),
  foreign key (org_id, assignee_id) references users (org_id, id),
  foreign key (org_id, team_id) references teams (org_id, id),
  foreign key (org_id, parent_id) references tickets (org_id, id),
  foreign key (org_id, merged_into) references tickets (org_id, id)
);
create index tickets_category on tickets (org_id, status_category, updated_at desc, id desc);
create index tickets_board on tickets (org_id, status_category, priority, id) where status_category in ('new', 'open', 'waiting');
create index tickets_assignee on tickets (org_id, assignee_id, status_category);
create index tickets_client on tickets (org_id, client_id, id) where client_id is not null;
create index tickets_queue on tickets (org_id, queue_id, status_category);
create index tickets_parent on tickets (org_id, parent_id) where parent_id is not null;
create index tickets_group on tickets (org_id, group_id);
alter table tickets enable row level security;
create policy seen on tickets for select to wellkeep_app using (org_id = wk_org()
  and (group_id = any ((select wk_groups('read'))::uuid[]) or client_id = any ((select wk_glass())::uuid[])));
create policy added on tickets for insert to wellkeep_app
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy changed on tickets for update to wellkeep_app
  using (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]))
  with check (org_id = wk_org() and group_id = any ((select wk_groups('write'))::uuid[]));
create policy worker on tickets to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on tickets to wellkeep_app, wellkeep_worker;

create table ticket_messages (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('public', 'internal', 'system')),
  author_id uuid,
  from_requester boolean not null default false,
  sealed_from bytea,
  sealed_body bytea,
  phi_state text not null default 'none' check (phi_state in ('none', 'suspected', 'cleared', 'purged')),
  sealed_findings bytea,
  mentions uuid[] not null default '{}',
  message_id_hash bytea,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  cleared_at timestamptz,
  cleared_by uuid,
  purged_at timestamptz,
  purged_by uuid,
  primary key (org_id, id),
  check ((sealed_body is null) = (phi_state = 'purged')),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, author_id) references users (org_id, id)
);
create index ticket_messages_thread on ticket_messages (org_id, ticket_id, id);
create index ticket_messages_suspected on ticket_messages (org_id, ticket_id) where phi_state = 'suspected';
create unique index ticket_messages_mail on ticket_messages (org_id, message_id_hash) where message_id_hash is not null;

create table ticket_status_spans (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  status text not null,
  category text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index ticket_status_spans_ticket on ticket_status_spans (org_id, ticket_id, from_at);
create unique index ticket_status_spans_open on ticket_status_spans (org_id, ticket_id) where to_at is null;

create table ticket_links (
  org_id uuid not null,
  ticket_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('relates', 'duplicates', 'blocks')),
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, ticket_id, other_id, kind),
  check (ticket_id <> other_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, other_id) references tickets (org_id, id)
);
create index ticket_links_other on ticket_links (org_id, other_id);
create table ticket_watchers (
  org_id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  primary key (org_id, ticket_id, user_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id)
);
create table ticket_checklists (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  template_id uuid,
  name text not null,
  position integer not null default 0,
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index ticket_checklists_ticket on ticket_checklists (org_id, ticket_id);
-- `people` 2: a second person, who is not the first, confirms the step.
create table ticket_steps (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  checklist_id uuid,
  built_in text check (built_in in ('phi-purged')),
  title text not null,
  required boolean not null default true,
  role_id uuid,
  people smallint not null default 1 check (people between 1 and 2),
  state text not null default 'open' check (state in ('open', 'half', 'done', 'skipped')),
  done_by uuid,
  done_at timestamptz,
  second_by uuid,
  second_at timestamptz,
  sealed_note bytea,
  position integer not null default 0,
  version integer not null default 1,
  primary key (org_id, id),
  check (second_by is null or second_by <> done_by),
  check (state <> 'done' or (done_by is not null and (people = 1 or second_by is not null)) or built_in is not null),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index ticket_steps_ticket on ticket_steps (org_id, ticket_id, position);
create unique index ticket_steps_built_in on ticket_steps (org_id, ticket_id, built_in) where built_in is not null;
-- What a public message is to become outside: written in its own transaction, taken by whoever sends it.
create table ticket_outbox (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  message_id uuid not null,
  kind text not null check (kind in ('created', 'reply')),
  created_at timestamptz not null default now(),
  taken_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, message_id) references ticket_messages (org_id, id)
);
create index ticket_outbox_waiting on ticket_outbox (org_id, id) where taken_at is null;
-- Who closed a ticket past the gate, in which transaction; the reason is sealed under the organization's key.
create table ticket_close_overrides (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  sealed_reason bytea not null,
  missing jsonb not null,
  at timestamptz not null default now(),
  transaction xid8 not null default pg_current_xact_id(),
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
-- Blind-index tokens; one row for the ticket itself (`source_id` is its id), one for each message: a reply adds its own
-- words and rewrites nothing.
create table ticket_search (
  org_id uuid not null,
  ticket_id uuid not null,
  source_id uuid not null,
  group_id uuid not null,
  tokens integer[] not null,
  primary key (org_id, ticket_id, source_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index ticket_search_tokens on ticket_search using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 4096);
-- Who has a ticket open just now. Unlogged: losing it in a crash only empties the line "also viewing".
create unlogged table ticket_viewers (
  org_id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz not null default now(),
  writing_at timestamptz,
  primary key (org_id, ticket_id, user_id)
);

-- What hangs on a ticket shares its wall: `exists` asks `tickets` under its own policy.
do $$ declare t text; begin
  foreach t in array array['ticket_messages', 'ticket_status_spans', 'ticket_links', 'ticket_watchers', 'ticket_checklists',
    'ticket_steps', 'ticket_outbox', 'ticket_close_overrides', 'ticket_search'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy seen on %I for select to wellkeep_app using (org_id = wk_org() and exists
      (select 1 from tickets t where t.org_id = %1$I.org_id and t.id = %1$I.ticket_id))', t);
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert on %I to wellkeep_app, wellkeep_worker', t);
    execute format('create policy added on %I for insert to wellkeep_app with check (org_id = wk_org() and exists
      (select 1 from tickets t where t.org_id = %1$I.org_id and t.id = %1$I.ticket_id and t.group_id = any ((select wk_groups(''write''))::uuid[])))', t);
  end loop;
  foreach t in array array['ticket_messages', 'ticket_status_spans', 'ticket_checklists', 'ticket_steps', 'ticket_outbox', 'ticket_search'] loop
    execute format('create policy changed on %I for update to wellkeep_app using (org_id = wk_org() and exists
      (select 1 from tickets t where t.org_id = %1$I.org_id and t.id = %1$I.ticket_id and t.group_id = any ((select wk_groups(''write''))::uuid[])))
      with check (org_id = wk_org())', t);
    execute format('grant update on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
  foreach t in array array['ticket_links', 'ticket_watchers', 'ticket_search'] loop
    execute format('create policy dropped on %I for delete to wellkeep_app using (org_id = wk_org() and exists
      (select 1 from tickets t where t.org_id = %1$I.org_id and t.id = %1$I.ticket_id and t.group_id = any ((select wk_groups(''write''))::uuid[])))', t);
    execute format('grant delete on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
alter table ticket_viewers enable row level security;
create policy seen on ticket_viewers to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = ticket_viewers.org_id and t.id = ticket_viewers.ticket_id))
  with check (org_id = wk_org() and user_id = wk_user() and exists
  (select 1 from tickets t where t.org_id = ticket_viewers.org_id and t.id = ticket_viewers.ticket_id));
create policy worker on ticket_viewers to wellkeep_worker using (org_id = wk_org());
grant select, insert, update, delete on ticket_viewers to wellkeep_app;
grant select, delete on ticket_viewers to wellkeep_worker;

-- A saved view or macro may hold what somebody typed: it is sealed under the organization's key.
create table ticket_views (
  org_id uuid not null references organizations,
  id uuid not null,
  owner_id uuid not null,
  shared boolean not null default false,
  sealed_view bytea not null,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id)
);
create table ticket_macros (
  org_id uuid not null references organizations,
  id uuid not null,
  owner_id uuid not null,
  shared boolean not null default false,
  sealed_macro bytea not null,
  version integer not null default 1,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id)
);
do $$ declare t text; begin
  foreach t in array array['ticket_views', 'ticket_macros'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I to wellkeep_app using (org_id = wk_org() and (shared or owner_id = wk_user())) with check (org_id = wk_org() and (shared or owner_id = wk_user()))', t);
    execute format('create policy worker on %I to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert, update, delete on %I to wellkeep_app, wellkeep_worker', t);
  end loop;
end $$;
-- Ids only: what a notification is about is read from the ticket, behind its wall.
create table notifications (
  org_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  ticket_id uuid not null,
  message_id uuid,
  kind text not null check (kind in ('mention', 'assigned', 'reply', 'note', 'status', 'sla', 'file', 'mail')),
  actor_id uuid,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index notifications_of_user on notifications (org_id, user_id, created_at desc, id desc);
create index notifications_unread on notifications (org_id, user_id) where read_at is null;
alter table notifications enable row level security;
create policy seen on notifications for select to wellkeep_app using (org_id = wk_org() and user_id = wk_user()
  and exists (select 1 from tickets t where t.org_id = notifications.org_id and t.id = notifications.ticket_id));
create policy changed on notifications for update to wellkeep_app using (org_id = wk_org() and user_id = wk_user()) with check (org_id = wk_org() and user_id = wk_user());
create policy added on notifications for insert to wellkeep_app with check (org_id = wk_org()
  and exists (select 1 from tickets t where t.org_id = notifications.org_id and t.id = notifications.ticket_id));
create policy worker on notifications to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on notifications to wellkeep_app, wellkeep_worker;

-- A ticket's data key is reachable by whoever may see the ticket. Keys of files get a policy of their own there.
alter table deks drop constraint deks_subject_type_check;
alter table deks add constraint deks_subject_type_check
  check (subject_type in ('client', 'user', 'organization', 'blob', 'ticket', 'file'));
drop policy seen on deks;
drop policy changed on deks;
create policy seen on deks for select to wellkeep_app using (org_id = wk_org() and (subject_type in ('user', 'organization', 'blob')
  or (subject_type = 'client' and exists (select 1 from clients c where c.org_id = deks.org_id and c.id = deks.subject_id))));
create policy changed on deks for update to wellkeep_app using (org_id = wk_org() and (subject_type in ('user', 'organization', 'blob')
  or (subject_type = 'client' and exists (select 1 from clients c where c.org_id = deks.org_id and c.id = deks.subject_id
    and c.group_id = any ((select wk_groups('write'))::uuid[]))))) with check (org_id = wk_org());
create policy seen_ticket on deks for select to wellkeep_app using (org_id = wk_org() and subject_type = 'ticket'
  and exists (select 1 from tickets t where t.org_id = deks.org_id and t.id = deks.subject_id));
create policy changed_ticket on deks for update to wellkeep_app using (org_id = wk_org() and subject_type = 'ticket'
  and exists (select 1 from tickets t where t.org_id = deks.org_id and t.id = deks.subject_id
    and t.group_id = any ((select wk_groups('write'))::uuid[]))) with check (org_id = wk_org());

-- Walls follow: a client that moves to another group takes its tickets with it, a ticket its search tokens.
create function wk_client_moved() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update tickets set group_id = new.group_id where org_id = new.org_id and client_id = new.id;
  return null;
end $$;
create trigger tickets_follow after update of group_id on clients for each row when (old.group_id <> new.group_id) execute function wk_client_moved();
create function wk_ticket_moved() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update ticket_search set group_id = new.group_id where org_id = new.org_id and ticket_id = new.id;
  return null;
end $$;
create trigger search_follows after update of group_id on tickets for each row when (old.group_id <> new.group_id) execute function wk_ticket_moved();

-- Every organization starts with a queue, a type, a flow, and a client group for the queue, which no wall opens yet.
create function wk_seed_desk(p_org uuid) returns void language plpgsql security definer set search_path = public as $$
declare g uuid := gen_random_uuid(); f uuid := gen_random_uuid(); t uuid := gen_random_uuid();
begin
  insert into client_groups (org_id, id, name, description)
    values (p_org, g, case when exists (select 1 from client_groups c where c.org_id = p_org and c.name = 'Service desk')
      then 'Service desk queue' else 'Service desk' end, 'Tickets that belong to no client');
  insert into ticket_flows (org_id, id, name, statuses) values (p_org, f, 'Standard', '[
    {"key": "new", "name": "New", "category": "new", "next": ["in-progress", "waiting-requester", "waiting-third-party", "resolved", "closed"], "requiresSteps": false},
    {"key": "in-progress", "name": "In progress", "category": "open", "next": ["waiting-requester", "waiting-third-party", "resolved"], "requiresSteps": false},
    {"key": "waiting-requester", "name": "Waiting for requester", "category": "waiting", "next": ["in-progress", "waiting-third-party", "resolved"], "requiresSteps": false},
    {"key": "waiting-third-party", "name": "Waiting for third party", "category": "waiting", "next": ["in-progress", "waiting-requester", "resolved"], "requiresSteps": false},
    {"key": "resolved", "name": "Resolved", "category": "resolved", "next": ["closed", "in-progress"], "requiresSteps": true},
    {"key": "closed", "name": "Closed", "category": "closed", "next": ["in-progress"], "requiresSteps": true}]');
  insert into ticket_types (org_id, id, name, flow_id, impact, urgency, position) values
    (p_org, t, 'Incident', f, 2, 2, 0), (p_org, gen_random_uuid(), 'Request', f, 3, 3, 1);
  insert into queues (org_id, id, name, group_id, type_id) values (p_org, gen_random_uuid(), 'Service desk', g, t);
  insert into ticket_counters (org_id) values (p_org);
end $$;
revoke all on function wk_seed_desk(uuid) from public;
create function wk_seed_desk_of_new() returns trigger language plpgsql security definer set search_path = public as $$
begin perform wk_seed_desk(new.org_id); return null; end $$;
create trigger seed_desk after insert on organizations for each row execute function wk_seed_desk_of_new();
select wk_seed_desk(org_id) from organizations;

-- New permissions for the shipped roles of organizations that exist; what else an administrator made of them stays.
update roles r set permissions = r.permissions || array(select p from unnest(n.permissions) p where p <> all (r.permissions))
from (values
  ('administrator', array['desk:settings', 'mail:settings', 'contracts:manage', 'reports:read']),
  ('privacy-officer', array['tickets:read', 'tickets:close-override', 'files:reveal', 'files:clear', 'files:purge', 'files:move', 'mail:release', 'reports:read']),
  ('clinician', array['tickets:read', 'tickets:create', 'tickets:write', 'files:reveal', 'files:clear', 'files:move']),
  ('care-coordinator', array['tickets:read', 'tickets:create', 'tickets:write', 'files:reveal', 'files:clear', 'files:move']),
  ('receptionist', array['tickets:read', 'tickets:create', 'tickets:write', 'files:reveal', 'files:clear', 'files:move']),
  ('technician', array['tickets:read', 'tickets:write', 'tickets:create', 'tickets:assign', 'tickets:merge', 'files:reveal', 'files:clear', 'files:purge', 'time:write', 'reports:read']),
  ('auditor', array['reports:read'])
) n (key, permissions) where r.built_in = n.key;

-- One ticket with a page of its thread, newest first, in binary (`record_send`): behind the walls of the transaction, with
-- the caller's rights. The messages are the last field, each a record behind its length.
create function wk_open_ticket(p_id uuid, p_before uuid, p_limit integer) returns bytea
language sql stable set search_path = public as $$
  select record_send(row(t.id, t.number, t.group_id, t.client_id, t.contact_id, t.facility_id, t.queue_id, t.type_id, t.status,
      t.status_category, t.impact::integer, t.urgency::integer, t.priority::integer, t.assignee_id, t.team_id, t.parent_id, t.merged_into,
      t.channel, t.phi_state, t.message_count, t.version, t.created_by, t.created_at, t.updated_at, t.first_response_at, t.resolved_at,
      t.closed_at, t.reopened_count, d.kek_id, t.group_id = any ((select wk_groups('write'))::uuid[]), q.name, y.name, y.flow_id, g.name,
      f.name, a.display_name, m.name,
      exists (select 1 from ticket_watchers w where w.org_id = t.org_id and w.ticket_id = t.id and w.user_id = wk_user()),
      d.wrapped, t.sealed_subject, t.sealed_tags, t.sealed_requester, cd.kek_id, cd.wrapped, c.sealed_contact, x.messages))
  from tickets t join deks d on d.org_id = t.org_id and d.subject_id = t.id
  join queues q on q.org_id = t.org_id and q.id = t.queue_id
  join ticket_types y on y.org_id = t.org_id and y.id = t.type_id
  join client_groups g on g.org_id = t.org_id and g.id = t.group_id
  left join facilities f on f.org_id = t.org_id and f.id = t.facility_id
  left join users a on a.org_id = t.org_id and a.id = t.assignee_id
  left join teams m on m.org_id = t.org_id and m.id = t.team_id
  left join clients c on c.org_id = t.org_id and c.id = t.client_id and c.shredded_at is null
  left join deks cd on cd.org_id = c.org_id and cd.subject_id = c.id
  cross join lateral (
    select string_agg(int4send(length(r.b)) || r.b, ''::bytea order by r.id) as messages from (
      select p.id, record_send(row(p.id, p.kind, p.author_id, u.display_name, p.from_requester, p.phi_state, p.version, p.created_at,
          p.edited_at, p.cleared_at, p.purged_at, array_to_string(p.mentions, ','), p.sealed_body, p.sealed_from, p.sealed_findings)) as b
      from ticket_messages p left join users u on u.org_id = p.org_id and u.id = p.author_id
      where p.org_id = t.org_id and p.ticket_id = t.id and (p_before is null or p.id < p_before)
      order by p.id desc limit p_limit) r) x
  where t.org_id = wk_org() and t.id = p_id
$$;
-- The same for many requests by anybody in one round trip; see wk_read_clients, whose words it repeats.
create function wk_read_tickets(
  p_secret bytea[], p_session boolean[], p_passive boolean[], p_known bigint[], p_who integer[], p_id uuid[]
) returns table (who integer, n integer, principal jsonb, found bytea)
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare p jsonb;
begin
  for i in 1 .. cardinality(p_secret) loop
    if p_session[i] then p := wk_open_session(p_secret[i], p_passive[i], p_known[i]);
    else p := wk_open_token(p_secret[i], p_known[i]); end if;
    continue when p is null;
    perform wk_enter((p ->> 'orgId')::uuid, (p ->> 'userId')::uuid);
    who := i; n := null; principal := p; found := null;
    return next;
    return query
      select i, q.n::integer, null::jsonb, wk_open_ticket(q.id, null, 51)
      from unnest(p_who, p_id) with ordinality as q (who, id, n) where q.who = i;
  end loop;
end $$;
revoke all on function wk_open_ticket(uuid, uuid, integer),
  wk_read_tickets(bytea[], boolean[], boolean[], bigint[], integer[], uuid[]) from public;
grant execute on function wk_open_ticket(uuid, uuid, integer) to wellkeep_app, wellkeep_worker;
grant execute on function wk_read_tickets(bytea[], boolean[], boolean[], bigint[], integer[], uuid[]) to wellkeep_app;
