-- Each kind of subject put the wall of its own table before its keys, and the walls of files, documents and threads
-- have grown: whoever read one client's key set up ninety plans that were never run. Clients and tickets, whose keys
-- are read with their rows by the page, keep theirs in the policy; the others are asked when a key of theirs comes.
-- The rule is the same: a key is seen by whoever sees the row it belongs to, behind that row's own policies.
create function wk_sees_subject(p_type text, p_id uuid) returns boolean
language plpgsql stable set search_path = public set plan_cache_mode = force_generic_plan as $$
begin
  case p_type
    when 'file' then return exists (select from files f where f.org_id = wk_org() and f.id = p_id);
    when 'document' then return exists (select from documents d where d.org_id = wk_org() and d.id = p_id);
    when 'folder' then return exists (select from folders f where f.org_id = wk_org() and f.id = p_id);
    when 'thread' then return exists (select from message_threads t where t.org_id = wk_org() and t.id = p_id);
    when 'device' then return exists (select from devices d where d.org_id = wk_org() and d.id = p_id);
    else return false;
  end case;
end $$;
drop policy seen_file on deks;
drop policy seen_document on deks;
drop policy seen_folder on deks;
drop policy seen_thread on deks;
drop policy seen_device on deks;
create policy seen_subject on deks for select to wellkeep_app using (org_id = wk_org()
  and subject_type in ('file', 'document', 'folder', 'thread', 'device') and wk_sees_subject(subject_type, subject_id));
