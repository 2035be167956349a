-- What is open of folders and documents, said once: for the policies, and for functions that apply the walls themselves.
create function wk_folder_open(p_client uuid, p_group uuid, p_facilities uuid[]) returns boolean language sql stable parallel safe as $$
  select case
    -- Whoever keeps the shared folders sees them all; so do staff who belong to no facility.
    when p_client is null then p_facilities = '{}' or p_facilities && wk_my_facilities()
      or (not wk_is_portal() and (wk_my_facilities() = '{}' or wk_user_may('documents:manage')))
    when wk_is_portal() then p_client = any (wk_portal_clients())
    else p_group = any (wk_groups('read')) or p_client = any (wk_glass()) end
$$;
revoke all on function wk_folder_open(uuid, uuid, uuid[]) from public;
grant execute on function wk_folder_open(uuid, uuid, uuid[]) to wellkeep_app;
alter policy seen on folders using (org_id = wk_org() and wk_folder_open(client_id, group_id, facility_ids));
-- What a portal person has put into a client's folder is theirs to see at once; all else once it is published.
alter policy seen on documents using (org_id = wk_org() and wk_folder_open(client_id, group_id, facility_ids)
  and ((select wk_user_may('documents:write')) or (state = 'published' and (expires_at is null or expires_at > now()))
    or (created_by = wk_user() and (select wk_is_portal()))));
alter policy seen on document_versions using (org_id = wk_org()
  and (select d.published = document_versions.n or (select wk_user_may('documents:write')) or (document_versions.author_id = wk_user() and (select wk_is_portal()))
    from documents d where d.org_id = document_versions.org_id and d.id = document_versions.document_id));

-- Blind-index tokens of documents: of name and tags under the document's own id, of the text of a version under its
-- file's. Beside a text's tokens lie the full-length ones, sealed, so that a hit can be checked without reading the file.
create table document_search (
  org_id uuid not null,
  document_id uuid not null,
  source_id uuid not null,
  tokens integer[] not null,
  sealed_words bytea,
  primary key (org_id, document_id, source_id),
  foreign key (org_id, document_id) references documents (org_id, id)
);
create index document_search_tokens on document_search using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 4096);
alter table document_search enable row level security;
create policy seen on document_search for select to wellkeep_app using (org_id = wk_org()
  and (select true from documents d where d.org_id = document_search.org_id and d.id = document_search.document_id)
  and (source_id = document_id or exists (select 1 from document_versions v
    where v.org_id = document_search.org_id and v.document_id = document_search.document_id and v.file_id = document_search.source_id)));
create policy added on document_search for insert to wellkeep_app with check (org_id = wk_org() and source_id = document_id
  and (select (select wk_user_may('documents:write')) and (d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]))
    from documents d where d.org_id = document_search.org_id and d.id = document_search.document_id));
create policy changed on document_search for update to wellkeep_app using (org_id = wk_org() and source_id = document_id
  and (select (select wk_user_may('documents:write')) and (d.client_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]))
    from documents d where d.org_id = document_search.org_id and d.id = document_search.document_id)) with check (org_id = wk_org() and source_id = document_id);
create policy worker on document_search to wellkeep_worker using (org_id = wk_org()) with check (org_id = wk_org());
grant select, insert, update on document_search to wellkeep_app, wellkeep_worker;
grant delete on document_search to wellkeep_worker;

-- What is destroyed is not found.
create function wk_document_forgotten() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from document_search where org_id = new.org_id and document_id = new.id;
  return null;
end $$;
create trigger forgotten after update of purged_at on documents for each row when (new.purged_at is not null) execute function wk_document_forgotten();
create function wk_document_file_forgotten() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from document_search where org_id = new.org_id and document_id = new.owner_id and source_id = new.id;
  return null;
end $$;
create trigger forgotten after update of state on files for each row
  when (new.owner_type = 'document' and new.state = 'purged') execute function wk_document_file_forgotten();

-- Documents of which each group of tokens has a match, in name and tags or in the version that is shown, newest first.
-- `@>` is not leakproof, so the index is only used by a function that applies the walls itself.
create function wk_search_documents(p_terms integer[], p_sizes integer[], p_limit integer, p_writes boolean, p_private boolean)
returns table (document_id uuid, sources uuid[]) language plpgsql stable security definer set search_path = public as $$
declare q text := ''; at integer := 1; writes boolean := p_writes and wk_user_may('documents:write'); mine uuid := case when wk_is_portal() then wk_user() end;
begin
  if cardinality(p_sizes) = 0 then return; end if;
  for i in 1 .. cardinality(p_sizes) loop
    q := q || format('%s select %s as term, s.document_id, s.source_id from document_search s where s.tokens && %L::integer[] and s.org_id = wk_org()',
      case when i > 1 then ' union all' else '' end, i, p_terms[at : at + p_sizes[i] - 1]);
    at := at + p_sizes[i];
  end loop;
  return query execute 'select h.document_id, array_agg(distinct h.source_id) from (' || q || ') h
    join documents d on d.org_id = wk_org() and d.id = h.document_id and d.purged_at is null
    where wk_folder_open(d.client_id, d.group_id, d.facility_ids) and ($4 or d.client_id is null)
      and ($3 or (d.state = ''published'' and (d.expires_at is null or d.expires_at > now())) or d.created_by = $5)
      and (h.source_id = d.id or exists (select 1 from document_versions v where v.org_id = d.org_id and v.document_id = d.id
        and v.file_id = h.source_id and v.n = case when $3 then d.latest else coalesce(d.published, d.latest) end))
    group by h.document_id having count(distinct h.term) = $1 order by h.document_id desc limit $2'
    using cardinality(p_sizes), p_limit, writes, p_private, mine;
end $$;
revoke all on function wk_search_documents(integer[], integer[], integer, boolean, boolean) from public;
grant execute on function wk_search_documents(integer[], integer[], integer, boolean, boolean) to wellkeep_app;
