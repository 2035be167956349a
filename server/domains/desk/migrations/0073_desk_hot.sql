-- A reply changes when its ticket was last touched, and nothing that finds it: with that time in no index the new version of
-- the row stays on its page and no index is written (a "heap-only" update). Lists by time sort what the filter leaves.
drop index tickets_category;
create index tickets_category on tickets (org_id, status_category, id);
alter table tickets set (fillfactor = 80);

-- Messages of many requests, each with its event, in one statement and so with one commit (see wk_change_clients, whose rules
-- it follows): `p_who` says whose each is (from 1); all is read and written behind that user's walls, with the caller's
-- rights. Answers each message that was added (from 1) and its ticket's version. Left out, with its event, is one whose
-- ticket is no longer as it was read: merged, under another key, not yet answered, or not open to that user.
create function wk_add_messages(
  p_org uuid[], p_user uuid[], p_who integer[], p_ticket uuid[], p_wrapped bytea[], p_id uuid[], p_kind text[], p_body bytea[],
  p_mentions text[], p_tokens text[], p_outbox uuid[], e_id uuid[], e_at timestamptz[], e_leaf text[], e_session uuid[]
) returns table (n integer, version integer)
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare made integer[]; versions integer[]; groups uuid[]; assignees uuid[]; done integer[] := '{}';
begin
  -- Messages that share a transaction do not wait long for a ticket that another one holds: they fail, and come singly.
  perform set_config('lock_timeout', '100ms', true);
  for i in 1 .. cardinality(p_user) loop
    perform wk_enter(p_org[i], p_user[i]);
    with q as (
      select q.n::integer as n, q.ticket, q.outbox from unnest(p_who, p_ticket, p_wrapped, p_outbox) with ordinality as q (who, ticket, wrapped, outbox, n)
      join deks d on d.org_id = wk_org() and d.subject_id = q.ticket and d.wrapped = q.wrapped where q.who = i
    ), changed as (
      update tickets t set message_count = t.message_count + c.messages, updated_at = now()
      from (select q.ticket, count(*) as messages, bool_or(q.outbox is not null) as answers from q group by q.ticket) c
      where t.org_id = wk_org() and t.id = c.ticket and t.merged_into is null and (not c.answers or t.first_response_at is not null)
      returning t.id, t.version, t.group_id, t.assignee_id
    ) select array_agg(q.n), array_agg(changed.version), array_agg(changed.group_id), array_agg(changed.assignee_id)
      into made, versions, groups, assignees from q join changed on changed.id = q.ticket;
    continue when made is null;
    -- The rows are held now: a key that was made anew in between shows.
    if exists (select 1 from unnest(made) m where not exists (select 1 from deks d
      where d.org_id = wk_org() and d.subject_id = p_ticket[m] and d.wrapped = p_wrapped[m])) then
      raise exception 'a key has changed' using errcode = 'WKR01';
    end if;
    insert into ticket_messages (org_id, id, ticket_id, kind, author_id, sealed_body, mentions)
      select wk_org(), p_id[m], p_ticket[m], p_kind[m], p_user[i], p_body[m], p_mentions[m]::uuid[] from unnest(made) m;
    insert into ticket_search (org_id, ticket_id, source_id, group_id, tokens)
      select wk_org(), p_ticket[x.m], p_id[x.m], x.g, p_tokens[x.m]::integer[] from unnest(made, groups) as x (m, g);
    insert into ticket_outbox (org_id, id, ticket_id, message_id, kind)
      select wk_org(), p_outbox[m], p_ticket[m], p_id[m], 'reply' from unnest(made) m where p_outbox[m] is not null;
    insert into notifications (org_id, id, user_id, ticket_id, message_id, kind, actor_id)
    select distinct on (x.m, x.u) wk_org(), gen_random_uuid(), x.u, p_ticket[x.m], p_id[x.m], x.kind, p_user[i] from (
      select m, u, 'mention' as kind, 0 as rank from unnest(made) m, unnest(p_mentions[m]::uuid[]) u
      union all select m, w.user_id, case p_kind[m] when 'public' then 'reply' else 'note' end, 1 from unnest(made) m
        join ticket_watchers w on w.org_id = wk_org() and w.ticket_id = p_ticket[m]
      union all select a.m, a.u, case p_kind[a.m] when 'public' then 'reply' else 'note' end, 1 from unnest(made, assignees) as a (m, u)
        where a.u is not null
    ) x join users s on s.org_id = wk_org() and s.id = x.u and s.status = 'active'
    where x.u <> p_user[i] order by x.m, x.u, x.rank;
    done := done || made;
    return query select * from unnest(made, versions);
  end loop;
  if cardinality(done) > 0 then
    perform wk_audit_append(array_agg(p_org[p_who[m]]), array_agg(e_id[m]), array_agg(e_at[m]), array_agg(e_leaf[m]),
      array_agg(p_user[p_who[m]]), array_agg(e_session[m]), array_agg('ticket.message'::text), array_agg('done'::text),
      array_agg('ticket'::text), array_agg(p_ticket[m]), array_agg(null::text)) from unnest(done) m;
  end if;
end $$;
revoke all on function wk_add_messages(uuid[], uuid[], integer[], uuid[], bytea[], uuid[], text[], bytea[], text[], text[], uuid[],
  uuid[], timestamptz[], text[], uuid[]) from public;
grant execute on function wk_add_messages(uuid[], uuid[], integer[], uuid[], bytea[], uuid[], text[], bytea[], text[], text[], uuid[],
  uuid[], timestamptz[], text[], uuid[]) to wellkeep_app;
drop function wk_add_message(uuid, uuid, uuid, bytea, uuid, text, bytea, uuid[], integer[], uuid, uuid, timestamptz, text, uuid);
