-- A page of a folder in one statement: it enters the context of who asks, asks the folder's wall once, and answers the
-- folder and its documents as one value each (`record_send`), since a column costs the driver as much as its content.
drop function wk_list_documents(uuid, boolean, text, timestamptz, uuid, integer);
create function wk_page_of_folder(p_org uuid, p_user uuid, p_folder uuid, p_writes boolean, p_state text, p_before timestamptz, p_before_id uuid, p_limit integer)
returns setof bytea language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
declare writes boolean; portal boolean; f folders; opened uuid[];
begin
  perform wk_enter(p_org, p_user);
  select * into f from folders x where x.org_id = p_org and x.id = p_folder and x.removed_at is null;
  if not found or not wk_folder_open(f.client_id, f.group_id, f.facility_ids) then return; end if;
  writes := p_writes and wk_user_may('documents:write'); portal := wk_is_portal(); opened := wk_groups('write');
  return next record_send(row(f.id, f.client_id));
  return query
  select record_send(row(d.id, d.folder_id, d.client_id, d.group_id, d.state, d.sealed_name, d.sealed_tags, d.latest, d.allotted, d.published,
    d.published_at, d.withdrawn_at, d.expires_at, coalesce(d.expires_at <= now(), false), d.review_on::text, d.checked_out_by, d.checked_out_at,
    c.display_name, d.created_by, d.created_at, d.updated_at, u.display_name, d.version, k.kek_id, k.wrapped,
    case when portal then d.created_by is not distinct from p_user else d.group_id is null or d.group_id = any (opened) end,
    v.n, y.content_type, y.size::float8, y.pages, y.state, y.at_home, y.sealed_preview is not null))
  from (select * from documents d where d.org_id = p_org and d.folder_id = p_folder and d.purged_at is null
      and (writes or (d.state = 'published' and (d.expires_at is null or d.expires_at > now())) or (portal and d.created_by = p_user))
      and (p_state is null or case p_state
        when 'published' then d.state = 'published' and (d.expires_at is null or d.expires_at > now())
        when 'expired' then d.state = 'published' and d.expires_at <= now()
        when 'review' then d.state <> 'withdrawn' and d.review_on <= current_date
        else d.state = p_state end)
      and (p_before is null or (d.updated_at, d.id) < (p_before, p_before_id))
      order by d.updated_at desc, d.id desc limit p_limit) d
  join deks k on k.org_id = p_org and k.subject_id = d.id
  left join document_versions v on v.org_id = p_org and v.document_id = d.id and v.n = case when writes then d.latest else coalesce(d.published, d.latest) end
  left join files y on y.org_id = p_org and y.id = v.file_id
  left join users u on u.org_id = p_org and u.id = d.updated_by
  left join users c on c.org_id = p_org and c.id = d.checked_out_by
  order by d.updated_at desc, d.id desc;
end $$;
revoke all on function wk_page_of_folder(uuid, uuid, uuid, boolean, text, timestamptz, uuid, integer) from public;
grant execute on function wk_page_of_folder(uuid, uuid, uuid, boolean, text, timestamptz, uuid, integer) to wellkeep_app;
