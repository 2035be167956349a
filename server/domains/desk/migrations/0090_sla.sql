-- Service levels. All plain: names of calendars and policies, times, targets, ids. Nothing here is about a person's health;
-- that a ticket is late shows in no more places than the ticket itself.

-- Where the organization's days begin: what calendars count by unless they name another zone.
alter table organizations add column time_zone text not null default 'America/New_York'
  check (length(time_zone) between 1 and 64);

-- weekly: {mon: [{from, to}], ...}; holidays: [{date, name, hours: [{from, to}]}]. Without a zone: the organization's.
create table sla_calendars (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  time_zone text check (length(time_zone) between 1 and 64),
  always_open boolean not null default false,
  weekly jsonb not null,
  holidays jsonb not null default '[]',
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, name)
);
-- Of the active policies that fit a ticket the first counts. Empty lists fit everything; clients and groups are one
-- question: who. targets: [{priority, responseMinutes, resolutionMinutes, aroundTheClock}].
create table sla_policies (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  active boolean not null default true,
  position integer not null,
  calendar_id uuid not null,
  client_ids uuid[] not null default '{}',
  group_ids uuid[] not null default '{}',
  priorities integer[] not null default '{}',
  type_ids uuid[] not null default '{}',
  targets jsonb not null,
  -- Null: each status of the category `waiting` pauses.
  pause_statuses text[],
  warn_percents integer[] not null default '{75}',
  actions jsonb not null default '[]',
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, name),
  foreign key (org_id, calendar_id) references sla_calendars (org_id, id)
);
create index sla_policies_order on sla_policies (org_id, position, id) where active;

do $$ declare t text; begin
  foreach t in array array['sla_calendars', 'sla_policies'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org())', t);
    execute format('grant select, insert, update, delete on %I to wellkeep_app', t);
    execute format('grant select on %I to wellkeep_worker', t);
  end loop;
end $$;

-- Where the clocks of a ticket stood when it last changed: what lists sort by and reports count. Worked out from the
-- ticket, its status spans, the policy and the calendar, and made anew whenever one of them changes.
create table ticket_slas (
  org_id uuid not null,
  ticket_id uuid not null,
  policy_id uuid,
  -- States: none, running, paused, met, breached, stopped. Times in ms of open time. `decided`: when it was met or
  -- breached. `alarm`: when its next warning or its due time is to be looked at.
  response_state text not null,
  response_target bigint,
  response_elapsed bigint not null,
  response_due_at timestamptz,
  response_breached_at timestamptz,
  response_stopped_at timestamptz,
  response_decided_at timestamptz,
  response_alarm_at timestamptz,
  resolution_state text not null,
  resolution_target bigint,
  resolution_elapsed bigint not null,
  resolution_due_at timestamptz,
  resolution_breached_at timestamptz,
  resolution_stopped_at timestamptz,
  resolution_decided_at timestamptz,
  resolution_alarm_at timestamptz,
  next_due_at timestamptz,
  next_warn_at timestamptz,
  -- Alarms that were given and still hold, as `clock:percent`: none is given twice.
  fired text[] not null default '{}',
  evaluated_at timestamptz not null,
  primary key (org_id, ticket_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, policy_id) references sla_policies (org_id, id) on delete set null (policy_id)
);
create index ticket_slas_due on ticket_slas (org_id, next_due_at) where next_due_at is not null;
create index ticket_slas_response on ticket_slas (org_id, response_decided_at) where response_decided_at is not null;
create index ticket_slas_resolution on ticket_slas (org_id, resolution_decided_at) where resolution_decided_at is not null;
create index ticket_slas_policy on ticket_slas (org_id, policy_id) where policy_id is not null;
alter table ticket_slas enable row level security;
create policy seen on ticket_slas for select to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = ticket_slas.org_id and t.id = ticket_slas.ticket_id));
create policy added on ticket_slas for insert to wellkeep_app with check (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = ticket_slas.org_id and t.id = ticket_slas.ticket_id and t.group_id = any ((select wk_groups('write'))::uuid[])));
create policy changed on ticket_slas for update to wellkeep_app using (org_id = wk_org() and exists
  (select 1 from tickets t where t.org_id = ticket_slas.org_id and t.id = ticket_slas.ticket_id and t.group_id = any ((select wk_groups('write'))::uuid[])))
  with check (org_id = wk_org());
create policy worker on ticket_slas to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on ticket_slas to wellkeep_app, wellkeep_worker;

-- The going over all open tickets after a change of policies, calendars or the organization's zone: how far it is.
create table sla_sweeps (
  org_id uuid primary key references organizations,
  requested_at timestamptz not null default now(),
  total integer not null,
  done integer not null default 0,
  after_id uuid,
  finished_at timestamptz
);
alter table sla_sweeps enable row level security;
create policy own on sla_sweeps to wellkeep_app, wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on sla_sweeps to wellkeep_app, wellkeep_worker;
create index tickets_open on tickets (org_id, id) where status_category in ('new', 'open', 'waiting');

-- Asks for the sweep, from its beginning, in the transaction that changes what clocks depend on. It counts past the
-- walls: a number, and nothing else.
create function wk_request_sla_sweep() returns void language plpgsql security definer set search_path = public as $$
begin
  if wk_org() is null then return; end if;
  insert into sla_sweeps as s (org_id, total) select wk_org(), count(*) from tickets t
    where t.org_id = wk_org() and t.status_category in ('new', 'open', 'waiting')
  on conflict (org_id) do update set requested_at = now(), total = excluded.total, done = 0, after_id = null, finished_at = null;
  perform wk_add_job('sla.sweep', '{}', 'sla.sweep', null);
end $$;
revoke all on function wk_request_sla_sweep() from public;
grant execute on function wk_request_sla_sweep() to wellkeep_app, wellkeep_worker;
create function wk_sla_settings_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin perform wk_request_sla_sweep(); return null; end $$;
create trigger sla_sweep after update of time_zone on organizations for each row
  when (old.time_zone <> new.time_zone) execute function wk_sla_settings_changed();
create trigger sla_sweep after update on sla_calendars for each statement execute function wk_sla_settings_changed();
create trigger sla_sweep after insert or update or delete on sla_policies for each statement execute function wk_sla_settings_changed();

-- What each organization starts with: office hours, and one policy that asks for what a small desk can hold. It warns
-- the assignee and does nothing else, so that it is on.
create function wk_seed_sla(p_org uuid) returns void language plpgsql security definer set search_path = public as $$
declare c uuid := gen_random_uuid(); day jsonb := '[{"from": "08:00", "to": "18:00"}]';
begin
  insert into sla_calendars (org_id, id, name, weekly) values (p_org, c, 'Office hours',
    jsonb_build_object('mon', day, 'tue', day, 'wed', day, 'thu', day, 'fri', day, 'sat', '[]'::jsonb, 'sun', '[]'::jsonb));
  insert into sla_policies (org_id, id, name, position, calendar_id, targets, warn_percents, actions) values
    (p_org, gen_random_uuid(), 'Standard', 0, c, '[
      {"priority": 1, "responseMinutes": 30, "resolutionMinutes": 240, "aroundTheClock": false},
      {"priority": 2, "responseMinutes": 60, "resolutionMinutes": 600, "aroundTheClock": false},
      {"priority": 3, "responseMinutes": 240, "resolutionMinutes": 1800, "aroundTheClock": false},
      {"priority": 4, "responseMinutes": 600, "resolutionMinutes": 3000, "aroundTheClock": false}]', '{75}', '[
      {"on": "warning", "clock": "both", "notify": {"assignee": true, "team": false, "userIds": []}, "raisePriority": false, "reassignTeamId": null},
      {"on": "breach", "clock": "both", "notify": {"assignee": true, "team": true, "userIds": []}, "raisePriority": false, "reassignTeamId": null}]');
end $$;
revoke all on function wk_seed_sla(uuid) from public;
create function wk_seed_sla_of_new() returns trigger language plpgsql security definer set search_path = public as $$
begin perform wk_seed_sla(new.org_id); return null; end $$;
create trigger seed_sla after insert on organizations for each row execute function wk_seed_sla_of_new();
select wk_seed_sla(org_id) from organizations;

-- A ticket that gets to another client group, also by its client's move, may come under another policy; a merged one stops.
create function wk_sla_of_moved() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if wk_org() is not null then
    perform wk_add_job('sla.recompute', jsonb_build_object('ticketId', new.id), 'sla.recompute:' || new.id, null);
  end if;
  return null;
end $$;
create trigger sla_follows after update of group_id, merged_into on tickets for each row
  when (old.group_id <> new.group_id or old.merged_into is distinct from new.merged_into) execute function wk_sla_of_moved();
