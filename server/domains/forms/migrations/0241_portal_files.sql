-- Files on answers of forms and on secure threads: both belong to a client, so that health information is at home there,
-- and both are put there by people of the portal too. A file of a thread is its uploader's until it goes with a message.
alter table files drop constraint files_owner_type_check;
alter table files add constraint files_owner_type_check check (owner_type in ('ticket', 'client', 'document', 'thread', 'form-response'));

-- Whether the portal person who asks may put files there, of this client, behind this wall.
create function wk_portal_takes_file(p_type text, p_owner uuid, p_client uuid, p_group uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select wk_is_portal() and case p_type
    when 'thread' then exists (select 1 from message_threads t where t.org_id = wk_org() and t.id = p_owner and t.id = any (wk_my_threads())
      and t.client_id = p_client and t.group_id = p_group)
    when 'form-response' then exists (select 1 from form_responses r where r.org_id = wk_org() and r.id = p_owner and r.id = any (wk_my_responses())
      and not r.by_staff and r.state in ('asked', 'draft') and r.client_id = p_client and r.group_id = p_group)
    else false end
$$;
revoke all on function wk_portal_takes_file(text, uuid, uuid, uuid) from public;
grant execute on function wk_portal_takes_file(text, uuid, uuid, uuid) to wellkeep_app;

alter policy seen on files using (org_id = wk_org() and case owner_type
  when 'document' then exists (select 1 from document_versions v where v.org_id = files.org_id and v.file_id = files.id)
  when 'thread' then (group_id = any ((select wk_groups('read'))::uuid[]) or client_id = any ((select wk_glass())::uuid[]))
    and (message_id is not null or created_by = wk_user())
  else group_id = any ((select wk_groups('read'))::uuid[]) or client_id = any ((select wk_glass())::uuid[]) end);
alter policy added on files with check (org_id = wk_org() and case when owner_type = 'document'
  then (select (select wk_user_may('documents:write')) and (d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]))
    and d.client_id is not distinct from files.client_id and d.group_id is not distinct from files.group_id and files.at_home = (d.client_id is not null)
    from documents d where d.org_id = files.org_id and d.id = files.owner_id)
  else group_id = any ((select wk_groups('write'))::uuid[]) and at_home = (owner_type in ('thread', 'form-response')) end);
create policy portal_seen on files for select to wellkeep_app using (org_id = wk_org() and (select wk_is_portal()) and case owner_type
  when 'thread' then owner_id = any ((select wk_my_threads())::uuid[]) and (created_by = wk_user()
    or exists (select 1 from thread_messages m where m.org_id = files.org_id and m.id = files.message_id))
  when 'form-response' then owner_id = any ((select wk_my_responses())::uuid[])
  else false end);
create policy portal_put on files for insert to wellkeep_app with check (org_id = wk_org() and at_home and created_by = wk_user()
  and message_id is null and wk_portal_takes_file(owner_type, owner_id, client_id, group_id));
create policy portal_sends on files for update to wellkeep_app using (org_id = wk_org() and (select wk_is_portal()) and created_by = wk_user()
    and state = 'uploading' and wk_portal_takes_file(owner_type, owner_id, client_id, group_id))
  with check (org_id = wk_org() and created_by = wk_user() and wk_portal_takes_file(owner_type, owner_id, client_id, group_id));
create policy portal_sends on file_parts for all to wellkeep_app using (org_id = wk_org() and (select wk_is_portal())
    and (select f.owner_type in ('thread', 'form-response') and f.created_by = wk_user() from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id))
  with check (org_id = wk_org() and (select wk_is_portal())
    and (select f.owner_type in ('thread', 'form-response') and f.created_by = wk_user() from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id));

-- Makes files that whoever asks has put on a thread those of their message. Answers how many there were.
create function wk_files_with_message(p_thread uuid, p_message uuid, p_files uuid[]) returns integer
language plpgsql security definer set search_path = public as $$
declare done integer;
begin
  if not exists (select 1 from thread_messages m where m.org_id = wk_org() and m.id = p_message and m.thread_id = p_thread and m.author_id = wk_user()) then
    return 0;
  end if;
  update files set message_id = p_message, version = version + 1 where org_id = wk_org() and owner_type = 'thread' and owner_id = p_thread
    and id = any (p_files) and created_by = wk_user() and message_id is null and state in ('waiting', 'reading', 'clean', 'suspected', 'cleared');
  get diagnostics done = row_count;
  return done;
end $$;
revoke all on function wk_files_with_message(uuid, uuid, uuid[]) from public;
grant execute on function wk_files_with_message(uuid, uuid, uuid[]) to wellkeep_app;

-- Walls follow, and a client that is destroyed takes these files along as it does its others.
create function wk_portal_files_follow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update files set group_id = new.group_id where org_id = new.org_id and client_id = new.id and owner_type in ('thread', 'form-response');
  return null;
end $$;
create trigger portal_files_follow after update of group_id on clients for each row when (old.group_id <> new.group_id)
  execute function wk_portal_files_follow();
create function wk_portal_files_shredded() returns trigger language plpgsql security definer set search_path = public as $$
declare f uuid;
begin
  for f in update files set state = 'purged', sealed_name = null, sealed_findings = null, sealed_preview = null, sealed_digest = null, lease_id = null,
      purged_at = new.shredded_at, purged_by = wk_user(), version = version + 1
    where org_id = new.org_id and state not in ('moved', 'purged') and client_id = new.id and owner_type in ('thread', 'form-response') returning id
  loop
    update deks set wrapped = null, destroyed_at = new.shredded_at where org_id = new.org_id and subject_id = f and wrapped is not null;
    perform wk_add_job('file.remove', jsonb_build_object('fileId', f), 'file.remove:' || f, null);
  end loop;
  return null;
end $$;
create trigger portal_files_shredded after update of shredded_at on clients for each row
  when (old.shredded_at is null and new.shredded_at is not null) execute function wk_portal_files_shredded();
