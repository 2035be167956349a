-- Automations: what is done to a ticket when something happens to it. Names are plain, as those of all settings are; the
-- conditions and what is done hold what people typed (texts, tags) and are sealed under the organization's key.
create table ticket_rules (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  happening text not null check (happening in ('made', 'changed', 'requester-reply', 'staff-reply')),
  sealed_rule bytea not null,
  enabled boolean not null default true,
  position integer not null default 0,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, name)
);
alter table ticket_rules enable row level security;
create policy seen on ticket_rules for select to wellkeep_app using (org_id = wk_org() and not (select wk_is_portal()));
create policy kept on ticket_rules for all to wellkeep_app using (org_id = wk_org() and (select wk_user_may('desk:settings')))
  with check (org_id = wk_org() and (select wk_user_may('desk:settings')));
create policy worker on ticket_rules to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update, delete on ticket_rules to wellkeep_app;
grant select, update on ticket_rules to wellkeep_worker;

-- What happened to a ticket and no rule has looked at yet. Written in the transaction of the change, taken in that of what
-- the rules do: a server that dies in between has lost nothing and does nothing twice.
create table ticket_happenings (
  org_id uuid not null,
  id bigint generated always as identity,
  ticket_id uuid not null,
  happening text not null,
  changed text[] not null default '{}',
  -- Nothing that answers by itself may answer it (RFC 3834): a machine wrote.
  answerable boolean not null default true,
  at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index ticket_happenings_ticket on ticket_happenings (org_id, ticket_id, id);
alter table ticket_happenings enable row level security;
create policy worker on ticket_happenings to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, delete on ticket_happenings to wellkeep_worker;

create function wk_ticket_happened(p_org uuid, p_ticket uuid, p_happening text, p_changed text[]) returns void
language plpgsql security definer set search_path = public as $$
begin
  -- What a rule does, and what is said of a ticket that has ended, sets off no rule. Outside an organization nobody works.
  if wk_org() is distinct from p_org or current_setting('wk.rules', true) = 'off' then return; end if;
  if not exists (select 1 from ticket_rules r where r.org_id = p_org and r.happening = p_happening and r.enabled) then return; end if;
  insert into ticket_happenings (org_id, ticket_id, happening, changed, answerable)
    values (p_org, p_ticket, p_happening, p_changed, coalesce(current_setting('wk.answers', true), '') <> 'off');
  perform wk_add_job('ticket.rules', jsonb_build_object('ticketId', p_ticket), 'ticket.rules:' || p_ticket, null);
end $$;
revoke all on function wk_ticket_happened(uuid, uuid, text, text[]) from public;

create function wk_ticket_made() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform wk_ticket_happened(new.org_id, new.id, 'made', '{}');
  return null;
end $$;
create trigger rules_made after insert on tickets for each row execute function wk_ticket_made();

create function wk_ticket_is_changed() returns trigger language plpgsql security definer set search_path = public as $$
declare changed text[] := array_remove(array[
  case when new.queue_id <> old.queue_id then 'queue' end,
  case when new.type_id <> old.type_id then 'type' end,
  case when new.status <> old.status then 'status' end,
  case when new.priority <> old.priority or new.impact <> old.impact or new.urgency <> old.urgency then 'priority' end,
  case when new.client_id is distinct from old.client_id then 'client' end,
  case when new.facility_id is distinct from old.facility_id then 'facility' end,
  case when new.team_id is distinct from old.team_id then 'team' end,
  case when new.assignee_id is distinct from old.assignee_id then 'assignee' end,
  case when new.sealed_tags is distinct from old.sealed_tags then 'tags' end], null);
begin
  if cardinality(changed) > 0 then perform wk_ticket_happened(new.org_id, new.id, 'changed', changed); end if;
  return null;
end $$;
-- A new version is a change by somebody; a new key or a count is none. What follows in the transaction that made it is part of that.
create trigger rules_changed after update on tickets for each row
  when (new.version <> old.version and new.created_at <> now()) execute function wk_ticket_is_changed();

create function wk_ticket_said() returns trigger language plpgsql security definer set search_path = public as $$
declare said text := case when new.from_requester then 'requester-reply' when new.author_id is not null then 'staff-reply' end;
begin
  if said is null or exists (select 1 from tickets t where t.org_id = new.org_id and t.id = new.ticket_id and t.created_at = now())
    then return null; end if;
  perform wk_ticket_happened(new.org_id, new.ticket_id, said, '{}');
  return null;
end $$;
create trigger rules_said after insert on ticket_messages for each row when (new.kind = 'public') execute function wk_ticket_said();

-- A rule's reply goes out by mail, marked as what nobody wrote.
alter table ticket_outbox drop constraint ticket_outbox_kind_check;
alter table ticket_outbox add constraint ticket_outbox_kind_check check (kind in ('created', 'reply', 'automatic'));

-- The same, where what a rule wrote is signed by the organization.
create or replace function wk_portal_thread(p_ticket uuid) returns table (id uuid, from_requester boolean, author text, sealed_body bytea, created_at timestamptz)
language sql stable security definer set search_path = public as $$
  select m.id, m.from_requester, coalesce(u.display_name, case when m.author_id is null and m.sealed_from is null then o.name end),
    m.sealed_body, m.created_at
  from portal_requests r join ticket_messages m on m.org_id = r.org_id and m.ticket_id = r.ticket_id and m.kind = 'public'
  join organizations o on o.org_id = r.org_id
  left join users u on u.org_id = m.org_id and u.id = m.author_id and u.kind <> 'portal'
  where wk_is_portal() and r.org_id = wk_org() and r.user_id = wk_user() and (r.client_id is null or r.client_id = any (wk_portal_clients()))
    and r.ticket_id = p_ticket order by m.id limit 1000
$$;
