-- The gate before closing, inside the database: whoever comes, by whatever way, a ticket becomes resolved or closed only
-- while nothing on it is suspected, unless this very transaction recorded who closes it past the gate, and why.

-- Files of a ticket that nobody settled yet (suspected, unread, or infected and not purged). The files domain replaces
-- this by what its table says.
create function wk_unsettled_files(p_org uuid, p_ticket uuid) returns setof uuid language sql stable security definer set search_path = public as
  $$ select null::uuid where false $$;
revoke all on function wk_unsettled_files(uuid, uuid) from public;
grant execute on function wk_unsettled_files(uuid, uuid) to wellkeep_app, wellkeep_worker;

create function wk_close_gate() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from ticket_close_overrides o where o.org_id = new.org_id and o.ticket_id = new.id and o.transaction = pg_current_xact_id())
    then return new; end if;
  if exists (select 1 from ticket_messages m where m.org_id = new.org_id and m.ticket_id = new.id and m.phi_state = 'suspected')
    or exists (select 1 from wk_unsettled_files(new.org_id, new.id))
    then raise exception 'the ticket holds what is suspected' using errcode = 'WKG01'; end if;
  return new;
end $$;
create trigger close_gate before update of status_category on tickets for each row
  when (new.status_category in ('resolved', 'closed') and old.status_category not in ('resolved', 'closed')) execute function wk_close_gate();
create trigger close_gate_new before insert on tickets for each row
  when (new.status_category in ('resolved', 'closed')) execute function wk_close_gate();

-- The other side: what becomes suspected locks its ticket first, so that it waits for one who is closing it, and then finds
-- it closed. A ticket that is closed must be opened again before anything on it may be suspected or unread. Triggers of
-- files call this too.
create function wk_hold_open(p_org uuid, p_ticket uuid) returns void language plpgsql security definer set search_path = public as $$
declare c text;
begin
  select status_category into c from tickets where org_id = p_org and id = p_ticket for no key update;
  if c in ('resolved', 'closed') then raise exception 'the ticket is closed' using errcode = 'WKG02'; end if;
end $$;
revoke all on function wk_hold_open(uuid, uuid) from public;
grant execute on function wk_hold_open(uuid, uuid) to wellkeep_app, wellkeep_worker;
create function wk_message_suspected() returns trigger language plpgsql security definer set search_path = public as $$
begin perform wk_hold_open(new.org_id, new.ticket_id); return new; end $$;
create trigger hold_open before insert or update of phi_state, ticket_id on ticket_messages for each row
  when (new.phi_state = 'suspected') execute function wk_message_suspected();

-- Only who holds the permission records an override, and only in their own name.
create function wk_user_may(p_permission text) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from user_roles ur join roles r on r.org_id = ur.org_id and r.id = ur.role_id
    where ur.org_id = wk_org() and ur.user_id = wk_user() and p_permission = any (r.permissions))
$$;
revoke all on function wk_user_may(text) from public;
grant execute on function wk_user_may(text) to wellkeep_app;
drop policy added on ticket_close_overrides;
create policy added on ticket_close_overrides for insert to wellkeep_app with check (org_id = wk_org() and user_id = wk_user()
  and (select wk_user_may('tickets:close-override')) and exists (select 1 from tickets t where t.org_id = ticket_close_overrides.org_id
    and t.id = ticket_close_overrides.ticket_id and t.group_id = any ((select wk_groups('write'))::uuid[])));
-- The transaction is the database's to say.
revoke insert on ticket_close_overrides from wellkeep_app, wellkeep_worker;
grant insert (org_id, id, ticket_id, user_id, sealed_reason, missing) on ticket_close_overrides to wellkeep_app;

-- To watch is for whoever may read.
create policy own_added on ticket_watchers for insert to wellkeep_app with check (org_id = wk_org() and user_id = wk_user()
  and exists (select 1 from tickets t where t.org_id = ticket_watchers.org_id and t.id = ticket_watchers.ticket_id));
create policy own_dropped on ticket_watchers for delete to wellkeep_app using (org_id = wk_org() and user_id = wk_user());

-- Tickets that hold a token of every term, newest first, with the sources that matched. The wall is applied inside, since
-- `&&` is not leakproof (see wk_search); answers ids only. `p_terms`: groups of alternatives laid end to end.
create function wk_search_tickets(p_terms integer[], p_sizes integer[], p_limit integer) returns table (ticket_id uuid, sources uuid[])
language plpgsql stable security definer set search_path = public as $$
declare
  seen uuid[] := wk_groups('read');
  q text := '';
  at integer := 1;
begin
  if cardinality(p_sizes) = 0 then return; end if;
  for i in 1 .. cardinality(p_sizes) loop
    q := q || format('%s select %s as term, s.ticket_id, s.source_id from ticket_search s where s.tokens && %L::integer[] and s.org_id = wk_org() and s.group_id = any ($1)',
      case when i > 1 then ' union all' else '' end, i, p_terms[at : at + p_sizes[i] - 1]);
    at := at + p_sizes[i];
  end loop;
  return query execute 'select h.ticket_id, array_agg(distinct h.source_id) from (' || q ||
    ') h group by h.ticket_id having count(distinct h.term) = $2 order by h.ticket_id desc limit $3' using seen, cardinality(p_sizes), p_limit;
end $$;
revoke all on function wk_search_tickets(integer[], integer[], integer) from public;
grant execute on function wk_search_tickets(integer[], integer[], integer) to wellkeep_app;

-- Statuses of a flow in which tickets are, behind whatever wall: a flow's editor sees no tickets. Keys only.
create function wk_flow_statuses(p_flow uuid) returns table (status text, category text) language sql stable security definer set search_path = public as $$
  select distinct t.status, t.status_category from tickets t join ticket_types y on y.org_id = t.org_id and y.id = t.type_id
  where t.org_id = wk_org() and y.flow_id = p_flow
$$;
revoke all on function wk_flow_statuses(uuid) from public;
grant execute on function wk_flow_statuses(uuid) to wellkeep_app;
-- A queue that moves to another client group takes its tickets that belong to no client with it.
create function wk_queue_moved() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update tickets set group_id = new.group_id where org_id = new.org_id and queue_id = new.id and client_id is null;
  return null;
end $$;
create trigger tickets_follow after update of group_id on queues for each row when (old.group_id <> new.group_id) execute function wk_queue_moved();

-- The same as before, with the steps and the linked tickets that the reader may see.
create or replace function wk_open_ticket(p_id uuid, p_before uuid, p_limit integer) returns bytea
language sql stable set search_path = public as $$
  select record_send(row(t.id, t.number, t.group_id, t.client_id, t.contact_id, t.facility_id, t.queue_id, t.type_id, t.status,
      t.status_category, t.impact::integer, t.urgency::integer, t.priority::integer, t.assignee_id, t.team_id, t.parent_id, t.merged_into,
      t.channel, t.phi_state, t.message_count, t.version, t.created_by, t.created_at, t.updated_at, t.first_response_at, t.resolved_at,
      t.closed_at, t.reopened_count, d.kek_id, t.group_id = any ((select wk_groups('write'))::uuid[]), q.name, y.name, y.flow_id, g.name,
      f.name, a.display_name, m.name,
      exists (select 1 from ticket_watchers w where w.org_id = t.org_id and w.ticket_id = t.id and w.user_id = wk_user()),
      d.wrapped, t.sealed_subject, t.sealed_tags, t.sealed_requester, cd.kek_id, cd.wrapped, c.sealed_contact, x.messages, st.steps, li.links))
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
  cross join lateral (
    select string_agg(int4send(length(r.b)) || r.b, ''::bytea order by r.position, r.id) as steps from (
      select e.id, e.position, record_send(row(e.id, e.checklist_id, k.name, e.built_in, e.title, e.required, e.role_id, o.name, e.people::integer,
          e.state, e.done_by, du.display_name, e.done_at, e.second_by, su.display_name, e.second_at, e.sealed_note, e.version)) as b
      from ticket_steps e left join ticket_checklists k on k.org_id = e.org_id and k.id = e.checklist_id
      left join roles o on o.org_id = e.org_id and o.id = e.role_id
      left join users du on du.org_id = e.org_id and du.id = e.done_by
      left join users su on su.org_id = e.org_id and su.id = e.second_by
      where e.org_id = t.org_id and e.ticket_id = t.id) r) st
  cross join lateral (
    select string_agg(int4send(length(r.b)) || r.b, ''::bytea) as links from (
      select record_send(row(l.kind, l.ticket_id = t.id, x.id, x.number, x.status, x.status_category, xd.kek_id, xd.wrapped, x.sealed_subject)) as b
      from (
        select n.kind, n.ticket_id, case when n.ticket_id = t.id then n.other_id else n.ticket_id end as other
        from ticket_links n where n.org_id = t.org_id and (n.ticket_id = t.id or n.other_id = t.id)
        union all select 'parent', t.id, t.parent_id where t.parent_id is not null
        union all select 'child', t.id, h.id from tickets h where h.org_id = t.org_id and h.parent_id = t.id
        union all select 'merged', t.id, h.id from tickets h where h.org_id = t.org_id and h.merged_into = t.id
      ) l join tickets x on x.org_id = t.org_id and x.id = l.other join deks xd on xd.org_id = x.org_id and xd.subject_id = x.id) r) li
  where t.org_id = wk_org() and t.id = p_id
$$;
