-- The walls of what hangs on a ticket, asked row by row. Written as `exists (...)` they may be planned as a hash of all
-- tickets that the walls open, which grows with the organization; a scalar subquery is always one probe of an index.
do $$ declare t text; begin
  foreach t in array array['ticket_messages', 'ticket_status_spans', 'ticket_links', 'ticket_watchers', 'ticket_checklists',
    'ticket_steps', 'ticket_outbox', 'ticket_close_overrides', 'ticket_search'] loop
    execute format('alter policy seen on %I using (org_id = wk_org() and
      (select true from tickets t where t.org_id = %1$I.org_id and t.id = %1$I.ticket_id))', t);
    if t <> 'ticket_close_overrides' then
      execute format('alter policy added on %I with check (org_id = wk_org() and
        (select t.group_id = any ((select wk_groups(''write''))::uuid[]) from tickets t where t.org_id = %1$I.org_id and t.id = %1$I.ticket_id))', t);
    end if;
  end loop;
  foreach t in array array['ticket_messages', 'ticket_status_spans', 'ticket_checklists', 'ticket_steps', 'ticket_outbox', 'ticket_search'] loop
    execute format('alter policy changed on %I using (org_id = wk_org() and
      (select t.group_id = any ((select wk_groups(''write''))::uuid[]) from tickets t where t.org_id = %1$I.org_id and t.id = %1$I.ticket_id))', t);
  end loop;
  foreach t in array array['ticket_links', 'ticket_watchers', 'ticket_search'] loop
    execute format('alter policy dropped on %I using (org_id = wk_org() and
      (select t.group_id = any ((select wk_groups(''write''))::uuid[]) from tickets t where t.org_id = %1$I.org_id and t.id = %1$I.ticket_id))', t);
  end loop;
end $$;
alter policy own_added on ticket_watchers with check (org_id = wk_org() and user_id = wk_user()
  and (select true from tickets t where t.org_id = ticket_watchers.org_id and t.id = ticket_watchers.ticket_id));
alter policy seen on ticket_viewers using (org_id = wk_org()
    and (select true from tickets t where t.org_id = ticket_viewers.org_id and t.id = ticket_viewers.ticket_id))
  with check (org_id = wk_org() and user_id = wk_user()
    and (select true from tickets t where t.org_id = ticket_viewers.org_id and t.id = ticket_viewers.ticket_id));
alter policy seen on notifications using (org_id = wk_org() and user_id = wk_user()
  and (select true from tickets t where t.org_id = notifications.org_id and t.id = notifications.ticket_id));
alter policy added on notifications with check (org_id = wk_org()
  and (select true from tickets t where t.org_id = notifications.org_id and t.id = notifications.ticket_id));
alter policy seen on deks using (org_id = wk_org() and (subject_type in ('user', 'organization', 'blob')
  or (subject_type = 'client' and (select true from clients c where c.org_id = deks.org_id and c.id = deks.subject_id))));
alter policy changed on deks using (org_id = wk_org() and (subject_type in ('user', 'organization', 'blob')
  or (subject_type = 'client' and (select c.group_id = any ((select wk_groups('write'))::uuid[]) from clients c
    where c.org_id = deks.org_id and c.id = deks.subject_id))));
alter policy seen_ticket on deks using (org_id = wk_org() and subject_type = 'ticket'
  and (select true from tickets t where t.org_id = deks.org_id and t.id = deks.subject_id));
alter policy changed_ticket on deks using (org_id = wk_org() and subject_type = 'ticket'
  and (select t.group_id = any ((select wk_groups('write'))::uuid[]) from tickets t where t.org_id = deks.org_id and t.id = deks.subject_id));
create index tickets_merged on tickets (org_id, merged_into) where merged_into is not null;

-- One ticket with all that its page shows. It asks the wall once, for the ticket, and for each ticket that it is tied to; all
-- else is keyed by the ticket. So it runs with its owner's rights, like wk_search, and applies the walls itself:
-- `worker` is the system's own role, which has none within the organization.
create or replace function wk_open_ticket(p_id uuid, p_before uuid, p_limit integer) returns bytea
language plpgsql stable security definer set search_path = public set plan_cache_mode = force_generic_plan as $$
declare
  o uuid := wk_org();
  reads uuid[] := wk_groups('read');
  glass uuid[] := wk_glass();
  worker boolean := session_user = 'wellkeep_worker';
  t tickets;
  d deks;
  y ticket_types;
  c_kek uuid;
  c_wrapped bytea;
  c_contact bytea;
  messages bytea;
  steps bytea;
  links bytea;
begin
  select * into t from tickets x where x.org_id = o and x.id = p_id
    and (worker or x.group_id = any (reads) or x.client_id = any (glass));
  if not found then return null; end if;
  select * into d from deks x where x.org_id = o and x.subject_id = p_id;
  select * into y from ticket_types x where x.org_id = o and x.id = t.type_id;
  if t.client_id is not null then
    select k.kek_id, k.wrapped, c.sealed_contact into c_kek, c_wrapped, c_contact from clients c
    join deks k on k.org_id = o and k.subject_id = c.id
    where c.org_id = o and c.id = t.client_id and c.shredded_at is null and (worker or c.group_id = any (reads) or c.id = any (glass));
  end if;
  select string_agg(int4send(length(r.b)) || r.b, ''::bytea order by r.id) into messages from (
    select p.id, record_send(row(p.id, p.kind, p.author_id, u.display_name, p.from_requester, p.phi_state, p.version, p.created_at, p.edited_at, p.cleared_at, p.purged_at,
        case when p.mentions = '{}' then '' else array_to_string(p.mentions, ',') end, p.sealed_body, p.sealed_from, p.sealed_findings)) as b
    from ticket_messages p left join users u on u.org_id = o and u.id = p.author_id
    where p.org_id = o and p.ticket_id = p_id and (p_before is null or p.id < p_before)
    order by p.id desc limit p_limit) r;
  select string_agg(int4send(length(r.b)) || r.b, ''::bytea order by r.position, r.id) into steps from (
    select e.id, e.position, record_send(row(e.id, e.checklist_id,
        (select k.name from ticket_checklists k where k.org_id = o and k.id = e.checklist_id), e.built_in, e.title, e.required, e.role_id,
        (select x.name from roles x where x.org_id = o and x.id = e.role_id), e.people::integer, e.state, e.done_by,
        (select u.display_name from users u where u.org_id = o and u.id = e.done_by), e.done_at, e.second_by,
        (select u.display_name from users u where u.org_id = o and u.id = e.second_by), e.second_at, e.sealed_note, e.version)) as b
    from ticket_steps e where e.org_id = o and e.ticket_id = p_id) r;
  if t.parent_id is not null or exists (select 1 from ticket_links n where n.org_id = o and n.ticket_id = p_id)
    or exists (select 1 from ticket_links n where n.org_id = o and n.other_id = p_id)
    or exists (select 1 from tickets h where h.org_id = o and h.parent_id = p_id)
    or exists (select 1 from tickets h where h.org_id = o and h.merged_into = p_id) then
    select string_agg(int4send(length(r.b)) || r.b, ''::bytea) into links from (
      select record_send(row(l.kind, l.outward, x.id, x.number, x.status, x.status_category, k.kek_id, k.wrapped, x.sealed_subject)) as b
      from (
        select n.kind, true as outward, n.other_id as other from ticket_links n where n.org_id = o and n.ticket_id = p_id
        union all select n.kind, false, n.ticket_id from ticket_links n where n.org_id = o and n.other_id = p_id
        union all select 'parent', true, t.parent_id where t.parent_id is not null
        union all select 'child', true, h.id from tickets h where h.org_id = o and h.parent_id = p_id
        union all select 'merged', true, h.id from tickets h where h.org_id = o and h.merged_into = p_id
      ) l join tickets x on x.org_id = o and x.id = l.other join deks k on k.org_id = o and k.subject_id = x.id
      where worker or x.group_id = any (reads) or x.client_id = any (glass)) r;
  end if;
  return record_send(row(t.id, t.number, t.group_id, t.client_id, t.contact_id, t.facility_id, t.queue_id, t.type_id, t.status,
    t.status_category, t.impact::integer, t.urgency::integer, t.priority::integer, t.assignee_id, t.team_id, t.parent_id, t.merged_into,
    t.channel, t.phi_state, t.message_count, t.version, t.created_by, t.created_at, t.updated_at, t.first_response_at, t.resolved_at,
    t.closed_at, t.reopened_count, d.kek_id, t.group_id = any (wk_groups('write')),
    (select x.name from queues x where x.org_id = o and x.id = t.queue_id), y.name, y.flow_id,
    (select x.name from client_groups x where x.org_id = o and x.id = t.group_id),
    (select x.name from facilities x where x.org_id = o and x.id = t.facility_id),
    (select x.display_name from users x where x.org_id = o and x.id = t.assignee_id),
    (select x.name from teams x where x.org_id = o and x.id = t.team_id),
    exists (select 1 from ticket_watchers w where w.org_id = o and w.ticket_id = p_id and w.user_id = wk_user()),
    d.wrapped, t.sealed_subject, t.sealed_tags, t.sealed_requester, c_kek, c_wrapped, c_contact, messages, steps, links));
end $$;

-- A message that changes nothing else of its ticket, with its event, in one statement: behind the walls of the user, with
-- the caller's rights. Null, and nothing done, when the ticket is no longer as it was read (merged, another key, its first
-- answer): then the message is added step by step. It does not wait long for a ticket that another one holds.
create function wk_add_message(
  p_org uuid, p_user uuid, p_ticket uuid, p_wrapped bytea, p_id uuid, p_kind text, p_body bytea, p_mentions uuid[], p_tokens integer[],
  p_outbox uuid, e_id uuid, e_at timestamptz, e_leaf text, e_session uuid
) returns integer language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare v integer; g uuid; assignee uuid;
begin
  perform set_config('lock_timeout', '100ms', true), wk_enter(p_org, p_user);
  update tickets set message_count = message_count + 1, updated_at = now()
  where org_id = p_org and id = p_ticket and merged_into is null and (p_outbox is null or first_response_at is not null)
    and exists (select 1 from deks d where d.org_id = p_org and d.subject_id = p_ticket and d.wrapped = p_wrapped)
  returning version, group_id, assignee_id into v, g, assignee;
  if v is null then return null; end if;
  -- Another key since that row was looked at: who makes a ticket's key anew holds its row.
  perform 1 from deks d where d.org_id = p_org and d.subject_id = p_ticket and d.wrapped = p_wrapped;
  if not found then raise exception 'the key has changed' using errcode = 'WKR01'; end if;
  insert into ticket_messages (org_id, id, ticket_id, kind, author_id, sealed_body, mentions)
    values (p_org, p_id, p_ticket, p_kind, p_user, p_body, p_mentions);
  insert into ticket_search (org_id, ticket_id, source_id, group_id, tokens) values (p_org, p_ticket, p_id, g, p_tokens);
  if p_outbox is not null then
    insert into ticket_outbox (org_id, id, ticket_id, message_id, kind) values (p_org, p_outbox, p_ticket, p_id, 'reply');
  end if;
  if p_mentions <> '{}' or assignee is distinct from p_user
    or exists (select 1 from ticket_watchers w where w.org_id = p_org and w.ticket_id = p_ticket and w.user_id <> p_user) then
    insert into notifications (org_id, id, user_id, ticket_id, message_id, kind, actor_id)
    select distinct on (x.u) p_org, gen_random_uuid(), x.u, p_ticket, p_id, x.kind, p_user from (
      select u, 'mention' as kind, 0 as rank from unnest(p_mentions) u
      union all select w.user_id, case p_kind when 'public' then 'reply' else 'note' end, 1 from ticket_watchers w
        where w.org_id = p_org and w.ticket_id = p_ticket
      union all select assignee, case p_kind when 'public' then 'reply' else 'note' end, 1 where assignee is not null
    ) x join users s on s.org_id = p_org and s.id = x.u and s.status = 'active'
    where x.u <> p_user order by x.u, x.rank;
  end if;
  perform wk_audit_append(array[p_org], array[e_id], array[e_at], array[e_leaf], array[p_user], array[e_session],
    array['ticket.message'], array['done'], array['ticket'], array[p_ticket], array[null::text]);
  return v;
end $$;
revoke all on function wk_add_message(uuid, uuid, uuid, bytea, uuid, text, bytea, uuid[], integer[], uuid, uuid, timestamptz, text, uuid) from public;
grant execute on function wk_add_message(uuid, uuid, uuid, bytea, uuid, text, bytea, uuid[], integer[], uuid, uuid, timestamptz, text, uuid) to wellkeep_app;

-- A ticket's key and state, for one about to write on it, fused with the question who asks.
create function wk_ticket_heads(
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
      select i, q.n::integer, null::jsonb, record_send(row(t.id, t.status, t.status_category, t.first_response_at is not null, d.kek_id, d.wrapped))
      from unnest(p_who, p_id) with ordinality as q (who, id, n)
      join tickets t on t.org_id = wk_org() and t.id = q.id and t.group_id = any (wk_groups('write'))
      join deks d on d.org_id = t.org_id and d.subject_id = t.id
      where q.who = i;
  end loop;
end $$;
revoke all on function wk_ticket_heads(bytea[], boolean[], boolean[], bigint[], integer[], uuid[]) from public;
grant execute on function wk_ticket_heads(bytea[], boolean[], boolean[], bigint[], integer[], uuid[]) to wellkeep_app;
create index if not exists ticket_watchers_user on ticket_watchers (org_id, user_id);
