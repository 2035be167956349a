-- People of the portal put documents into their clients' own folders. What they put there is theirs until it was read; then
-- it is published, by the system.
create policy portal_added on documents for insert to wellkeep_app with check (org_id = wk_org() and (select wk_is_portal())
  and client_id = any ((select wk_portal_clients())::uuid[]) and created_by = wk_user() and state = 'draft');
create policy portal_changed on documents for update to wellkeep_app using (org_id = wk_org() and (select wk_is_portal())
  and client_id = any ((select wk_portal_clients())::uuid[]) and created_by = wk_user() and state = 'draft')
  with check (org_id = wk_org() and client_id = any ((select wk_portal_clients())::uuid[]) and created_by = wk_user() and state = 'draft');
create policy portal_added on document_versions for insert to wellkeep_app with check (org_id = wk_org() and (select wk_is_portal()) and author_id = wk_user()
  and (select d.created_by = wk_user() and d.state = 'draft' from documents d where d.org_id = document_versions.org_id and d.id = document_versions.document_id));
create policy portal_changed on document_versions for update to wellkeep_app using (org_id = wk_org() and (select wk_is_portal()) and author_id = wk_user())
  with check (org_id = wk_org() and author_id = wk_user());
create policy portal_added on document_search for insert to wellkeep_app with check (org_id = wk_org() and (select wk_is_portal()) and source_id = document_id
  and (select d.created_by = wk_user() from documents d where d.org_id = document_search.org_id and d.id = document_search.document_id));
create policy portal_added on files for insert to wellkeep_app with check (org_id = wk_org() and (select wk_is_portal()) and owner_type = 'document' and created_by = wk_user()
  and (select d.created_by = wk_user() and d.client_id = files.client_id and d.group_id = files.group_id and files.at_home
    from documents d where d.org_id = files.org_id and d.id = files.owner_id));
create policy portal_changed on files for update to wellkeep_app using (org_id = wk_org() and (select wk_is_portal()) and owner_type = 'document'
  and created_by = wk_user() and state = 'uploading') with check (org_id = wk_org() and owner_type = 'document' and created_by = wk_user());
create policy portal_changed on file_parts for all to wellkeep_app using (org_id = wk_org() and (select wk_is_portal())
  and (select f.owner_type = 'document' and f.created_by = wk_user() from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id))
  with check (org_id = wk_org() and (select wk_is_portal())
  and (select f.owner_type = 'document' and f.created_by = wk_user() from files f where f.org_id = file_parts.org_id and f.id = file_parts.file_id));
