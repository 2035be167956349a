-- A request in the portal is a ticket. The tickets of the desk stay closed to people of the portal; what is theirs comes
-- through functions that look at this table: of a ticket its subject, state and public thread, and nothing else.
create table portal_requests (
  org_id uuid not null,
  ticket_id uuid not null,
  user_id uuid not null,
  client_id uuid,
  created_at timestamptz not null default now(),
  read_at timestamptz not null default now(),
  primary key (org_id, ticket_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, user_id) references portal_people (org_id, user_id)
);
create index portal_requests_user on portal_requests (org_id, user_id);
alter table portal_requests enable row level security;
create policy mine on portal_requests for select to wellkeep_app
  using (org_id = wk_org() and user_id = wk_user() and (client_id is null or client_id = any ((select wk_portal_clients())::uuid[])));
create policy marked on portal_requests for update to wellkeep_app
  using (org_id = wk_org() and user_id = wk_user() and (select wk_is_portal())) with check (org_id = wk_org() and user_id = wk_user());
create policy seen on portal_requests for select to wellkeep_app using (org_id = wk_org() and not (select wk_is_portal())
  and (select true from tickets t where t.org_id = portal_requests.org_id and t.id = portal_requests.ticket_id));
create policy worker on portal_requests to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, update (read_at) on portal_requests to wellkeep_app;
grant select, insert, update on portal_requests to wellkeep_worker;

-- The requests of the portal person who asks, one or all.
create function wk_portal_requests(p_ticket uuid) returns table (id uuid, number integer, client_id uuid, status_name text, category text,
  created_at timestamptz, updated_at timestamptz, unread integer, sealed_subject bytea, kek_id uuid, wrapped bytea)
language sql stable security definer set search_path = public as $$
  select t.id, t.number, r.client_id,
    coalesce((select s.value ->> 'name' from jsonb_array_elements(f.statuses) s where s.value ->> 'key' = n.status), n.status), n.status_category,
    t.created_at,
    (select max(m.created_at) from ticket_messages m where m.org_id = t.org_id and m.ticket_id = t.id and m.kind = 'public'),
    (select count(*)::int from ticket_messages m where m.org_id = t.org_id and m.ticket_id = t.id and m.kind = 'public'
      and not m.from_requester and m.created_at > r.read_at),
    t.sealed_subject, d.kek_id, d.wrapped
  from portal_requests r join tickets t on t.org_id = r.org_id and t.id = r.ticket_id
  -- Of one that was joined with another, how that one stands.
  join tickets n on n.org_id = t.org_id and n.id = coalesce(t.merged_into, t.id)
  join ticket_types y on y.org_id = n.org_id and y.id = n.type_id
  join ticket_flows f on f.org_id = y.org_id and f.id = y.flow_id
  join deks d on d.org_id = t.org_id and d.subject_id = t.id and d.wrapped is not null
  where wk_is_portal() and r.org_id = wk_org() and r.user_id = wk_user() and (r.client_id is null or r.client_id = any (wk_portal_clients()))
    and (p_ticket is null or r.ticket_id = p_ticket)
  order by t.created_at desc limit 200
$$;
-- The public thread of one of them.
create function wk_portal_thread(p_ticket uuid) returns table (id uuid, from_requester boolean, author text, sealed_body bytea, created_at timestamptz)
language sql stable security definer set search_path = public as $$
  select m.id, m.from_requester, u.display_name, m.sealed_body, m.created_at
  from portal_requests r join ticket_messages m on m.org_id = r.org_id and m.ticket_id = r.ticket_id and m.kind = 'public'
  left join users u on u.org_id = m.org_id and u.id = m.author_id and u.kind <> 'portal'
  where wk_is_portal() and r.org_id = wk_org() and r.user_id = wk_user() and (r.client_id is null or r.client_id = any (wk_portal_clients()))
    and r.ticket_id = p_ticket order by m.id limit 1000
$$;
revoke all on function wk_portal_requests(uuid), wk_portal_thread(uuid) from public;
grant execute on function wk_portal_requests(uuid), wk_portal_thread(uuid) to wellkeep_app;

-- An answer of the desk is told by a notice, whoever wrote it and by whatever way.
create function wk_portal_answered() returns trigger language plpgsql security definer set search_path = public as $$
declare who uuid;
begin
  select r.user_id into who from portal_requests r where r.org_id = new.org_id and r.ticket_id = new.ticket_id;
  if who is not null then
    perform wk_add_job('portal.notice', jsonb_build_object('userId', who, 'since', now()), 'portal.notice:' || who, now() + interval '1 minute');
  end if;
  return null;
end $$;
create trigger portal_answered after insert on ticket_messages for each row
  when (new.kind = 'public' and not new.from_requester) execute function wk_portal_answered();
