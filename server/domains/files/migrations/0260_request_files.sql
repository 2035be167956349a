-- People of the portal put files on their requests too, which are tickets of the desk; and a file may go with a message of
-- one's own from its announcement on, so that a message just written takes the files that were chosen with it.

-- Where a request of the portal person who asks stands: its ticket's wall, which stays closed to them.
create function wk_portal_request_place(p_ticket uuid) returns table (group_id uuid, client_id uuid, status_category text)
language sql stable security definer set search_path = public as $$
  select t.group_id, t.client_id, t.status_category from portal_requests r
  join tickets t on t.org_id = r.org_id and t.id = r.ticket_id and t.merged_into is null
  where wk_is_portal() and r.org_id = wk_org() and r.ticket_id = p_ticket and r.user_id = wk_user()
    and (r.client_id is null or r.client_id = any (wk_portal_clients()))
$$;
-- Whether a message is theirs and young enough to take files that were chosen with it.
create function wk_portal_message_takes(p_type text, p_owner uuid, p_message uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select wk_is_portal() and case p_type
    when 'thread' then exists (select 1 from thread_messages m where m.org_id = wk_org() and m.id = p_message and m.thread_id = p_owner
      and m.author_id = wk_user() and m.kind = 'message' and m.created_at > now() - interval '1 day')
    when 'ticket' then exists (select 1 from wk_portal_request_place(p_owner)) and exists (select 1 from ticket_messages m
      where m.org_id = wk_org() and m.id = p_message and m.ticket_id = p_owner and m.from_requester and m.kind = 'public'
        and m.phi_state <> 'purged' and m.created_at > now() - interval '1 day')
    else false end
$$;
-- Of a request's files they see what they put there, and what goes with a public message.
create function wk_portal_sees_request_file(p_ticket uuid, p_message uuid, p_by uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select 1 from wk_portal_request_place(p_ticket)) and (p_by = wk_user()
    or exists (select 1 from ticket_messages m where m.org_id = wk_org() and m.id = p_message and m.ticket_id = p_ticket and m.kind = 'public'))
$$;
create or replace function wk_portal_takes_file(p_type text, p_owner uuid, p_client uuid, p_group uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select wk_is_portal() and case p_type
    when 'thread' then exists (select 1 from message_threads t where t.org_id = wk_org() and t.id = p_owner and t.id = any (wk_my_threads())
      and t.client_id = p_client and t.group_id = p_group)
    when 'form-response' then exists (select 1 from form_responses r where r.org_id = wk_org() and r.id = p_owner and r.id = any (wk_my_responses())
      and not r.by_staff and r.state in ('asked', 'draft') and r.client_id = p_client and r.group_id = p_group)
    when 'ticket' then exists (select 1 from wk_portal_request_place(p_owner) t where t.status_category <> 'closed'
      and t.client_id is not distinct from p_client and t.group_id = p_group)
    else false end
$$;
revoke all on function wk_portal_request_place(uuid), wk_portal_message_takes(text, uuid, uuid), wk_portal_sees_request_file(uuid, uuid, uuid) from public;
grant execute on function wk_portal_request_place(uuid), wk_portal_message_takes(text, uuid, uuid), wk_portal_sees_request_file(uuid, uuid, uuid) to wellkeep_app;

alter policy portal_seen on files using (org_id = wk_org() and (select wk_is_portal()) and case owner_type
  when 'thread' then owner_id = any ((select wk_my_threads())::uuid[]) and (created_by = wk_user()
    or exists (select 1 from thread_messages m where m.org_id = files.org_id and m.id = files.message_id))
  when 'form-response' then owner_id = any ((select wk_my_responses())::uuid[])
  when 'ticket' then wk_portal_sees_request_file(owner_id, message_id, created_by)
  else false end);
alter policy portal_put on files with check (org_id = wk_org() and at_home = (owner_type <> 'ticket') and created_by = wk_user()
  and (message_id is null or wk_portal_message_takes(owner_type, owner_id, message_id))
  and wk_portal_takes_file(owner_type, owner_id, client_id, group_id));
alter policy portal_sends on file_parts using (org_id = wk_org() and (select wk_is_portal())
    and (select f.owner_type in ('thread', 'form-response', 'ticket') and f.created_by = wk_user() from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id))
  with check (org_id = wk_org() and (select wk_is_portal())
    and (select f.owner_type in ('thread', 'form-response', 'ticket') and f.created_by = wk_user() from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id));
