-- The newest page of a thread that is kept as it was shown serves also when a few messages came after it: those alone are opened,
-- and the page with them is kept in its place.
alter table ticket_threads add column last_id uuid;

-- The messages of a thread after one of them, if they are so many and not too many; null otherwise. Asks no wall: whoever
-- calls it has. Whoever wrote while another's clock was ahead stands before that one: then there are fewer behind it.
create function wk_thread_since(p_org uuid, p_ticket uuid, p_after uuid, p_count integer) returns bytea
language plpgsql stable security definer set search_path = public set plan_cache_mode = force_generic_plan as $$
declare n integer; b bytea;
begin
  if p_after is null or p_count not between 1 and 20 then return null; end if;
  select count(*), string_agg(int4send(length(r.b)) || r.b, ''::bytea order by r.id) into n, b from (
    select p.id, record_send(row(p.id, p.kind, p.author_id, u.display_name, p.from_requester, p.phi_state, p.version, p.created_at, p.edited_at, p.cleared_at, p.purged_at,
        case when p.mentions = '{}' then '' else array_to_string(p.mentions, ',') end, p.sealed_body, p.sealed_from, p.sealed_findings)) as b
    from ticket_messages p left join users u on u.org_id = p_org and u.id = p.author_id
    where p.org_id = p_org and p.ticket_id = p_ticket and p.id > p_after
    order by p.id limit p_count + 1) r;
  return case when n = p_count then b end;
end $$;
revoke all on function wk_thread_since(uuid, uuid, uuid, integer) from public;

-- As before, with the messages after a kept page: then `messages` in `ticket` holds those alone, beside `page`.
create or replace function wk_show_ticket(p_id uuid, p_before uuid, p_limit integer, p_format integer, out ticket bytea, out page text)
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
      and k.messages <= t.message_count and k.names = wk_names_of(o, k.authors);
    -- Format 1 is of processes that know nothing of messages beside a kept page.
    if kept.messages < t.message_count then
      if p_format > 1 then messages := wk_thread_since(o, p_id, kept.last_id, t.message_count - kept.messages); end if;
      if messages is null then kept := null; end if;
    end if;
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

-- As before, and knows where the page ends.
create or replace function wk_keep_thread(
  p_org uuid, p_user uuid, p_ticket uuid, p_wrapped bytea, p_limit integer, p_shown bytea, p_format integer, p_items integer, p_authors uuid[], p_page text
) returns void language plpgsql security definer set search_path = public as $$
declare n integer; v_last uuid;
begin
  perform set_config('synchronous_commit', 'off', true), wk_enter(p_org, p_user);
  select t.message_count into n from tickets t where t.org_id = p_org and t.id = p_ticket
    and (t.group_id = any (wk_groups('read')) or t.client_id = any (wk_glass())) for no key update skip locked;
  if n is null then return; end if;
  perform 1 from deks d where d.org_id = p_org and d.subject_id = p_ticket and d.wrapped = p_wrapped for share skip locked;
  if not found or sha256(wk_thread_page(p_org, p_ticket, null, p_limit)) <> p_shown then return; end if;
  select m.id into v_last from ticket_messages m where m.org_id = p_org and m.ticket_id = p_ticket order by m.id desc limit 1;
  insert into ticket_threads (org_id, ticket_id, format, messages, items, authors, names, sealed_page, last_id)
    values (p_org, p_ticket, p_format, n, p_items, p_authors, wk_names_of(p_org, p_authors), p_page, v_last)
  on conflict (org_id, ticket_id) do update set format = excluded.format, messages = excluded.messages, items = excluded.items,
    authors = excluded.authors, names = excluded.names, sealed_page = excluded.sealed_page, last_id = excluded.last_id;
end $$;

-- Puts a page with the messages after it in the place of the one that it was made of, by the same rules: `p_base` is how many
-- messages that one stood for, `p_shown` the SHA-256 of those after it.
create function wk_extend_thread(
  p_org uuid, p_user uuid, p_ticket uuid, p_wrapped bytea, p_base integer, p_shown bytea, p_format integer, p_items integer, p_authors uuid[], p_page text
) returns void language plpgsql security definer set search_path = public as $$
declare n integer; k ticket_threads; v_authors uuid[];
begin
  perform set_config('synchronous_commit', 'off', true), wk_enter(p_org, p_user);
  select t.message_count into n from tickets t where t.org_id = p_org and t.id = p_ticket
    and (t.group_id = any (wk_groups('read')) or t.client_id = any (wk_glass())) for no key update skip locked;
  if n is null then return; end if;
  perform 1 from deks d where d.org_id = p_org and d.subject_id = p_ticket and d.wrapped = p_wrapped for share skip locked;
  if not found then return; end if;
  select * into k from ticket_threads x where x.org_id = p_org and x.ticket_id = p_ticket and x.format = p_format and x.messages = p_base
    and x.names = wk_names_of(p_org, x.authors);
  if k.ticket_id is null or sha256(wk_thread_since(p_org, p_ticket, k.last_id, n - p_base)) is distinct from p_shown then return; end if;
  v_authors := array(select distinct a from unnest(k.authors || p_authors) a);
  update ticket_threads x set messages = n, items = p_items, authors = v_authors, names = wk_names_of(p_org, v_authors), sealed_page = p_page,
    last_id = (select m.id from ticket_messages m where m.org_id = p_org and m.ticket_id = p_ticket order by m.id desc limit 1)
    where x.org_id = p_org and x.ticket_id = p_ticket;
end $$;
revoke all on function wk_extend_thread(uuid, uuid, uuid, bytea, integer, bytea, integer, integer, uuid[], text) from public;
grant execute on function wk_extend_thread(uuid, uuid, uuid, bytea, integer, bytea, integer, integer, uuid[], text) to wellkeep_app;
