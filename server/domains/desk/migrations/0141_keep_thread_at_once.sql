-- As before, but it waits for nobody at all: it goes down a connection that others share, and they would wait behind it.
create or replace function wk_keep_thread(
  p_org uuid, p_user uuid, p_ticket uuid, p_wrapped bytea, p_limit integer, p_shown bytea, p_format integer, p_items integer, p_authors uuid[], p_page text
) returns void language plpgsql security definer set search_path = public as $$
declare n integer;
begin
  perform set_config('synchronous_commit', 'off', true), wk_enter(p_org, p_user);
  select t.message_count into n from tickets t where t.org_id = p_org and t.id = p_ticket
    and (t.group_id = any (wk_groups('read')) or t.client_id = any (wk_glass())) for no key update skip locked;
  if n is null then return; end if;
  perform 1 from deks d where d.org_id = p_org and d.subject_id = p_ticket and d.wrapped = p_wrapped for share skip locked;
  if not found or sha256(wk_thread_page(p_org, p_ticket, null, p_limit)) <> p_shown then return; end if;
  insert into ticket_threads (org_id, ticket_id, format, messages, items, authors, names, sealed_page)
    values (p_org, p_ticket, p_format, n, p_items, p_authors, wk_names_of(p_org, p_authors), p_page)
  on conflict (org_id, ticket_id) do update set format = excluded.format, messages = excluded.messages, items = excluded.items,
    authors = excluded.authors, names = excluded.names, sealed_page = excluded.sealed_page;
end $$;
