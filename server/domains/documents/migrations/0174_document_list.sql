-- A page of a folder, what changed last first. All in a folder stands behind the folder's wall: it is asked once, for the
-- folder, and the rest is keyed by it. So it runs with its owner's rights and applies the wall itself.
create function wk_list_documents(p_folder uuid, p_writes boolean, p_state text, p_before timestamptz, p_before_id uuid, p_limit integer)
returns table (id uuid, folder_id uuid, client_id uuid, group_id uuid, state text, sealed_name bytea, sealed_tags bytea, latest integer, allotted integer,
  published integer, published_at timestamptz, withdrawn_at timestamptz, expires_at timestamptz, expired boolean, review_on date, checked_out_by uuid,
  checked_out_at timestamptz, checked_out_name text, created_by uuid, created_at timestamptz, updated_at timestamptz, updated text, updated_name text,
  version integer, kek_id uuid, wrapped bytea, writable boolean, shown integer, content_type text, size bigint, pages integer, file_state text,
  at_home boolean, has_tiny boolean)
language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
declare o uuid := wk_org(); writes boolean := p_writes and wk_user_may('documents:write'); f folders; portal boolean := wk_is_portal();
begin
  select * into f from folders x where x.org_id = o and x.id = p_folder and x.removed_at is null;
  if not found or not wk_folder_open(f.client_id, f.group_id, f.facility_ids) then return; end if;
  return query
  select d.id, d.folder_id, d.client_id, d.group_id, d.state, d.sealed_name, d.sealed_tags, d.latest, d.allotted, d.published, d.published_at,
    d.withdrawn_at, d.expires_at, coalesce(d.expires_at <= now(), false), d.review_on, d.checked_out_by, d.checked_out_at, c.display_name, d.created_by,
    d.created_at, d.updated_at, to_char(d.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), u.display_name, d.version, k.kek_id, k.wrapped,
    case when portal then d.created_by = wk_user() else d.group_id is null or d.group_id = any (wk_groups('write')) end, v.n, y.content_type, y.size, y.pages, y.state, y.at_home, y.sealed_preview is not null
  from (select * from documents d where d.org_id = o and d.folder_id = p_folder and d.purged_at is null
      and (writes or (d.state = 'published' and (d.expires_at is null or d.expires_at > now())) or (portal and d.created_by = wk_user()))
      and (p_state is null or case p_state
        when 'published' then d.state = 'published' and (d.expires_at is null or d.expires_at > now())
        when 'expired' then d.state = 'published' and d.expires_at <= now()
        when 'review' then d.state <> 'withdrawn' and d.review_on <= current_date
        else d.state = p_state end)
      and (p_before is null or (d.updated_at, d.id) < (p_before, p_before_id))
      order by d.updated_at desc, d.id desc limit p_limit) d
  join deks k on k.org_id = o and k.subject_id = d.id
  left join document_versions v on v.org_id = o and v.document_id = d.id and v.n = case when writes then d.latest else coalesce(d.published, d.latest) end
  left join files y on y.org_id = o and y.id = v.file_id
  left join users u on u.org_id = o and u.id = d.updated_by
  left join users c on c.org_id = o and c.id = d.checked_out_by
  order by d.updated_at desc, d.id desc;
end $$;
revoke all on function wk_list_documents(uuid, boolean, text, timestamptz, uuid, integer) from public;
grant execute on function wk_list_documents(uuid, boolean, text, timestamptz, uuid, integer) to wellkeep_app;
