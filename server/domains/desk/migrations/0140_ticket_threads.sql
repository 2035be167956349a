-- The newest page of a thread as it was last shown, in one ciphertext under the ticket's key: a thread that is read more
-- often than written is opened at once, not message by message. It is a copy and no more, and is shown only while it is
-- what the messages say: as many of them as the ticket had, by authors of the same names, and none changed since (a change
-- takes it away). Nobody is granted the table: the functions below apply the walls.
create table ticket_threads (
  org_id uuid not null,
  ticket_id uuid not null,
  -- Of the rendering: another version of Wellkeep may show messages otherwise.
  format integer not null,
  -- The ticket's count of messages, and how many of them the page shows.
  messages integer not null,
  items integer not null,
  authors uuid[] not null,
  names text[] not null,
  -- In base64, which is how it goes to the server: the driver takes text, and making it of bytes costs more than opening them.
  sealed_page text not null,
  primary key (org_id, ticket_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
-- Ciphertext does not compress.
alter table ticket_threads alter column sealed_page set storage external;
alter table ticket_threads enable row level security;

-- A message that changed, left or went: its ticket is held, so that nobody keeps a page meanwhile that was shown before.
create function wk_thread_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform 1 from tickets t where t.org_id = old.org_id and t.id in (old.ticket_id, new.ticket_id) order by t.id for no key update;
  delete from ticket_threads k where k.org_id = old.org_id and k.ticket_id in (old.ticket_id, new.ticket_id);
  return null;
end $$;
create trigger thread_changed after update or delete on ticket_messages for each row execute function wk_thread_changed();
-- Whatever destroys or replaces a ticket's key (a purge, a split, its client's destruction) takes the copy along.
create function wk_thread_key_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from ticket_threads where org_id = new.org_id and ticket_id = new.subject_id;
  return null;
end $$;
create trigger thread_follows after update of wrapped on deks for each row
  when (new.subject_type = 'ticket' and new.wrapped is distinct from old.wrapped) execute function wk_thread_key_changed();

-- A page of a thread, each message behind its length. Asks no wall: whoever calls it has.
create function wk_thread_page(p_org uuid, p_ticket uuid, p_before uuid, p_limit integer) returns bytea
language plpgsql stable security definer set search_path = public set plan_cache_mode = force_generic_plan as $$
begin
  return (select string_agg(int4send(length(r.b)) || r.b, ''::bytea order by r.id) from (
    select p.id, record_send(row(p.id, p.kind, p.author_id, u.display_name, p.from_requester, p.phi_state, p.version, p.created_at, p.edited_at, p.cleared_at, p.purged_at,
        case when p.mentions = '{}' then '' else array_to_string(p.mentions, ',') end, p.sealed_body, p.sealed_from, p.sealed_findings)) as b
    from ticket_messages p left join users u on u.org_id = p_org and u.id = p.author_id
    where p.org_id = p_org and p.ticket_id = p_ticket and (p_before is null or p.id < p_before)
    order by p.id desc limit p_limit) r);
end $$;
revoke all on function wk_thread_page(uuid, uuid, uuid, integer) from public;

-- The names of a page's authors, in the order of their ids.
create function wk_names_of(p_org uuid, p_users uuid[]) returns text[] language sql stable set search_path = public as
  'select coalesce(array_agg(u.display_name order by u.id), ''{}'') from users u where u.org_id = p_org and u.id = any (p_users)';
revoke all on function wk_names_of(uuid, uuid[]) from public;

-- One ticket with all that its page shows (see wk_open_ticket, whose rules these are). With `p_format`, the thread's page as it
-- was last shown in that format takes the messages' place while they say the same. The last field of `ticket` is the number of
-- messages in it.
create function wk_show_ticket(p_id uuid, p_before uuid, p_limit integer, p_format integer, out ticket bytea, out page text)
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
  kept ticket_threads;
  messages bytea;
  steps bytea;
  links bytea;
begin
  select * into t from tickets x where x.org_id = o and x.id = p_id
    and (worker or x.group_id = any (reads) or x.client_id = any (glass));
  if t.id is null then return; end if;
  select * into d from deks x where x.org_id = o and x.subject_id = p_id;
  select * into y from ticket_types x where x.org_id = o and x.id = t.type_id;
  if t.client_id is not null then
    select k.kek_id, k.wrapped, c.sealed_contact into c_kek, c_wrapped, c_contact from clients c
    join deks k on k.org_id = o and k.subject_id = c.id
    where c.org_id = o and c.id = t.client_id and c.shredded_at is null and (worker or c.group_id = any (reads) or c.id = any (glass));
  end if;
  if p_format is not null then
    select * into kept from ticket_threads k where k.org_id = o and k.ticket_id = p_id and k.format = p_format
      and k.messages = t.message_count and k.names = wk_names_of(o, k.authors);
  end if;
  if kept.ticket_id is null then messages := wk_thread_page(o, p_id, p_before, p_limit); end if;
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
  page := kept.sealed_page;
  ticket := record_send(row(t.id, t.number, t.group_id, t.client_id, t.contact_id, t.facility_id, t.queue_id, t.type_id, t.status,
    t.status_category, t.impact::integer, t.urgency::integer, t.priority::integer, t.assignee_id, t.team_id, t.parent_id, t.merged_into,
    t.channel, t.phi_state, t.message_count, t.version, t.created_by, t.created_at, t.updated_at, t.first_response_at, t.resolved_at,
    t.closed_at, t.reopened_count, d.kek_id, t.group_id = any (wk_groups('write')),
    (select x.name from queues x where x.org_id = o and x.id = t.queue_id), y.name, y.flow_id,
    (select x.name from client_groups x where x.org_id = o and x.id = t.group_id),
    (select x.name from facilities x where x.org_id = o and x.id = t.facility_id),
    (select x.display_name from users x where x.org_id = o and x.id = t.assignee_id),
    (select x.name from teams x where x.org_id = o and x.id = t.team_id),
    exists (select 1 from ticket_watchers w where w.org_id = o and w.ticket_id = p_id and w.user_id = wk_user()),
    d.wrapped, t.sealed_subject, t.sealed_tags, t.sealed_requester, c_kek, c_wrapped, c_contact, messages, steps, links, kept.items));
end $$;
create or replace function wk_open_ticket(p_id uuid, p_before uuid, p_limit integer) returns bytea
language sql stable set search_path = public as 'select (wk_show_ticket(p_id, p_before, p_limit, null)).ticket';
revoke all on function wk_show_ticket(uuid, uuid, integer, integer) from public;
grant execute on function wk_show_ticket(uuid, uuid, integer, integer) to wellkeep_app, wellkeep_worker;

drop function wk_read_tickets(bytea[], boolean[], boolean[], bigint[], integer[], uuid[]);
create function wk_read_tickets(
  p_secret bytea[], p_session boolean[], p_passive boolean[], p_known bigint[], p_who integer[], p_id uuid[], p_format integer
) returns table (who integer, n integer, principal jsonb, found bytea, page text)
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare p jsonb;
begin
  for i in 1 .. cardinality(p_secret) loop
    if p_session[i] then p := wk_open_session(p_secret[i], p_passive[i], p_known[i]);
    else p := wk_open_token(p_secret[i], p_known[i]); end if;
    continue when p is null;
    perform wk_enter((p ->> 'orgId')::uuid, (p ->> 'userId')::uuid);
    who := i; n := null; principal := p; found := null; page := null;
    return next;
    return query
      select i, q.n::integer, null::jsonb, r.ticket, r.page
      from unnest(p_who, p_id) with ordinality as q (who, id, n) cross join lateral wk_show_ticket(q.id, null, 51, p_format) r where q.who = i;
  end loop;
end $$;
revoke all on function wk_read_tickets(bytea[], boolean[], boolean[], bigint[], integer[], uuid[], integer) from public;
grant execute on function wk_read_tickets(bytea[], boolean[], boolean[], bigint[], integer[], uuid[], integer) to wellkeep_app;

-- Keeps the page that a reader was shown, for the next one: behind the walls of that reader, under the ticket's key of now, and
-- only while the messages are those of which it was made (`p_shown`: SHA-256 of them, as wk_thread_page gave them). Losing
-- it costs one slower read, so nobody waits for the disk, nor for one who changes the ticket.
create function wk_keep_thread(
  p_org uuid, p_user uuid, p_ticket uuid, p_wrapped bytea, p_limit integer, p_shown bytea, p_format integer, p_items integer, p_authors uuid[], p_page text
) returns void language plpgsql security definer set search_path = public as $$
declare n integer;
begin
  perform set_config('lock_timeout', '100ms', true), set_config('synchronous_commit', 'off', true), wk_enter(p_org, p_user);
  select t.message_count into n from tickets t where t.org_id = p_org and t.id = p_ticket
    and (t.group_id = any (wk_groups('read')) or t.client_id = any (wk_glass())) for no key update;
  if n is null then return; end if;
  perform 1 from deks d where d.org_id = p_org and d.subject_id = p_ticket and d.wrapped = p_wrapped for share;
  if not found or sha256(wk_thread_page(p_org, p_ticket, null, p_limit)) <> p_shown then return; end if;
  insert into ticket_threads (org_id, ticket_id, format, messages, items, authors, names, sealed_page)
    values (p_org, p_ticket, p_format, n, p_items, p_authors, wk_names_of(p_org, p_authors), p_page)
  on conflict (org_id, ticket_id) do update set format = excluded.format, messages = excluded.messages, items = excluded.items,
    authors = excluded.authors, names = excluded.names, sealed_page = excluded.sealed_page;
end $$;
revoke all on function wk_keep_thread(uuid, uuid, uuid, bytea, integer, bytea, integer, integer, uuid[], text) from public;
grant execute on function wk_keep_thread(uuid, uuid, uuid, bytea, integer, bytea, integer, integer, uuid[], text) to wellkeep_app;
